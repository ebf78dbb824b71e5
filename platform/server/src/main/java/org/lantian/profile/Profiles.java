package org.lantian.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.host.LoadedPlugins;
import org.lantian.host.PluginStatus;
import org.lantian.plugin.ProfileRef;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.Tenants;

/** Profiles (方案模板) of the installation. All reading works inside and outside of a tenant's transaction. */
@Singleton
public class Profiles {

    private final InstalledPlugins installed;
    private final StoredProfiles stored;
    private final Tenants tenants;
    private final ControlSchema control;
    private final Provisioning provisioning;

    Profiles(InstalledPlugins installed, StoredProfiles stored, Tenants tenants, ControlSchema control,
            Provisioning provisioning) {
        this.installed = installed;
        this.stored = stored;
        this.tenants = tenants;
        this.control = control;
        this.provisioning = provisioning;
    }

    /** The plugin zips of this process and what became of them, in the order of loading. */
    public List<PluginStatus> list() {
        return plugins().statuses();
    }

    /**
     * The profile that the tenant of the open transaction is pinned to; one of that version under development goes before it.
     *
     * @throws DomainException FAILED_PRECONDITION if it is neither stored nor installed
     */
    public ResolvedProfile current() {
        Tenant tenant = tenants.requireCurrent();
        Optional<ResolvedProfile> developed = installed.findDeveloped(ProfileRef.parse(tenant.profile()));
        if (developed.isPresent()) {
            return developed.get();
        }
        Optional<ResolvedProfile> profile = tenant.profileHash().isBlank() ? find(ProfileRef.parse(tenant.profile()))
                : findByHash(tenant.profileHash());
        return profile.orElseThrow(() -> DomainException.failedPrecondition("PROFILE_MISSING", "租户“" + tenant.code()
                + "”所用的方案模板" + tenant.profile() + "既未安装也未存档：请装入该插件后重新运行 lantian tenant apply。"));
    }

    /**
     * The profile of this exact version: the installed one, else the one stored last.
     *
     * @throws DomainException NOT_FOUND with the reason, where its plugin was rejected
     */
    public ResolvedProfile require(ProfileRef ref) {
        return findFresh(() -> find(ref)).orElseThrow(() -> DomainException.notFound("PROFILE_NOT_FOUND",
                "没有方案模板" + ref + "。" + plugins().statuses().stream()
                        .filter(status -> status.ref().equals(Optional.of(ref)) && !status.reason().isEmpty())
                        .map(status -> "插件未被接受：" + status.reason()).findFirst().orElse("")));
    }

    /**
     * An installed profile by {@code id} (its highest version) or {@code id@version}; touches no database.
     *
     * @throws DomainException NOT_FOUND with the profiles there are
     */
    public ResolvedProfile requireInstalled(String idOrRef) {
        return plugins().profiles().stream()
                .filter(profile -> idOrRef.equals(profile.ref().id()) || idOrRef.equals(profile.ref().toString()))
                .max(Comparator.comparing(ResolvedProfile::ref))
                .orElseThrow(() -> DomainException.notFound("PROFILE_NOT_FOUND", "没有方案模板“" + idOrRef + "”；已安装："
                        + String.join("、", plugins().profiles().stream().map(one -> one.ref().toString()).toList())
                        + "。"));
    }

    /**
     * The profile with this hash, for ever.
     *
     * @throws DomainException NOT_FOUND if it was never stored here
     */
    public ResolvedProfile requireByHash(String hash) {
        return findFresh(() -> findByHash(hash)).orElseThrow(
                () -> DomainException.notFound("PROFILE_NOT_FOUND", "没有散列值为" + hash + "的方案模板。"));
    }

    /** The highest version of an id among the installed and the stored ones. */
    public Optional<ProfileRef> findLatest(String id) {
        return findFresh(() -> Stream.concat(plugins().profiles().stream(), stored.list().stream())
                .map(ResolvedProfile::ref).filter(ref -> ref.id().equals(id)).max(Comparator.naturalOrder()));
    }

    /**
     * Keeps the active plugins' zips and resolved profiles in the control schema, where they stay. Needs the owner's
     * login; to be called before a tenant is pinned to one of them. Repeating it changes nothing.
     */
    public void store() {
        LoadedPlugins loaded = plugins();
        for (PluginStatus plugin : loaded.statuses()) {
            if (plugin.state() == PluginStatus.State.ACTIVE) {
                ResolvedProfile profile = loaded.resolve(plugin.ref().orElseThrow());
                byte[] zip = content(plugin);
                provisioning.asOwner(connection -> {
                    ProfileRows.store(connection, plugin, zip, profile);
                    return profile;
                });
            }
        }
        refresh();
    }

    private LoadedPlugins plugins() {
        return installed.plugins();
    }

    private Optional<ResolvedProfile> find(ProfileRef ref) {
        return installed.findDeveloped(ref).or(() -> plugins().find(ref)).or(() -> stored.find(ref));
    }

    /** The profile with this hash, stored or installed. */
    public Optional<ResolvedProfile> findByHash(String hash) {
        return stored.findByHash(hash)
                .or(() -> plugins().profiles().stream().filter(profile -> profile.hash().equals(hash)).findFirst());
    }

    /** Looks again after fetching from the control schema, unless a tenant's transaction keeps it out of reach. */
    private <T> Optional<T> findFresh(Supplier<Optional<T>> search) {
        Optional<T> found = search.get();
        if (found.isEmpty() && tenants.current().isEmpty()) {
            refresh();
            return search.get();
        }
        return found;
    }

    private void refresh() {
        control.read(() -> {
            stored.refresh();
            return true;
        });
    }

    private static byte[] content(PluginStatus plugin) {
        try {
            byte[] zip = Files.readAllBytes(plugin.zip());
            if (!CanonicalJson.sha256(zip).equals(plugin.sha256())) {
                throw DomainException.conflict("PLUGIN_CHANGED", "插件文件" + plugin.zip() + "在装入之后被改动，请重新运行。");
            }
            return zip;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
