package org.lantian.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.app.tenant.TenantContent;
import org.lantian.app.tenant.TenantDeclaration;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.engine.profile.ProfileChanges;
import org.lantian.engine.profile.ProfileChanges.Change;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.identity.Accounts;
import org.lantian.plugin.ProfileRef;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.TenantDirectory;
import org.lantian.tenancy.Tenants;

/** Brings declared tenants into the installation: schema, role, pinned profile, first user, units, indicators. */
@Singleton
class TenantApplication {

    /** The user that every tenant has from the beginning. */
    static final String FIRST_USER = "admin";

    private final Provisioning provisioning;
    private final TenantDirectory directory;
    private final Tenants tenants;
    private final Profiles profiles;
    private final Accounts accounts;
    private final TenantContent content;
    private final JdbcOperations jdbc;

    TenantApplication(Provisioning provisioning, TenantDirectory directory, Tenants tenants, Profiles profiles,
            Accounts accounts, TenantContent content, JdbcOperations jdbc) {
        this.provisioning = provisioning;
        this.directory = directory;
        this.tenants = tenants;
        this.profiles = profiles;
        this.accounts = accounts;
        this.content = content;
        this.jdbc = jdbc;
    }

    /**
     * What became of a tenant.
     *
     * @param created whether it was new
     * @param firstPassword password of {@link #FIRST_USER}, if that user was made now
     */
    record Applied(TenantCode code, String name, boolean created, Optional<String> firstPassword,
            TenantContent.Outcome content) {

        boolean unchanged() {
            return content.units().none() && content.indicators().none() && content.plans().none();
        }
    }

    /**
     * Reads the folder of one tenant, or of several.
     *
     * @throws DomainException BAD_REQUEST with the problems of all folders at once
     */
    static List<TenantFolder> read(Path folder) {
        List<TenantFolder> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path one : tenantFolders(folder)) {
            try {
                read.add(TenantFolder.read(one));
            } catch (DomainException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw DomainException.badRequest("TENANT_FOLDER_INVALID", String.join("\n", problems));
        }
        return read;
    }

    private static List<Path> tenantFolders(Path folder) {
        if (Files.isRegularFile(folder.resolve("tenant.yaml"))) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw DomainException.badRequest("TENANT_FOLDER_MISSING", "没有目录“" + folder + "”。");
        }
        try (var children = Files.list(folder)) {
            List<Path> found = children.filter(child -> Files.isRegularFile(child.resolve("tenant.yaml"))).sorted()
                    .toList();
            if (found.isEmpty()) {
                throw DomainException.badRequest("TENANT_FOLDER_MISSING",
                        "目录“" + folder + "”及其下一级都没有 tenant.yaml。");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates or migrates the control schema and keeps the installed profiles in it. */
    void prepare() {
        provisioning.migrateControl();
        profiles.store();
    }

    /**
     * What applying would change of a tenant's profile.
     *
     * @param before its profile today; empty for a new tenant
     * @param changes entry by entry; empty for a new tenant
     */
    record Preview(TenantCode code, String name, Optional<ResolvedProfile> before, ResolvedProfile after, List<Change> changes) {
    }

    /** Compares the declared profile with the one that the tenant is pinned to; writes nothing. */
    Preview preview(TenantFolder folder) {
        TenantDeclaration declared = folder.tenant();
        ResolvedProfile after = profiles.require(declared.profile());
        Optional<ResolvedProfile> before = directory.find(declared.code())
                .map(tenant -> tenant.profileHash().isBlank() ? profiles.require(ProfileRef.parse(tenant.profile()))
                        : profiles.requireByHash(tenant.profileHash()));
        return new Preview(declared.code(), declared.name(), before, after,
                before.map(today -> ProfileChanges.between(today, after)).orElse(List.of()));
    }

    /** Creates the tenant or brings it up to date; applying the same again changes nothing. */
    Applied apply(TenantFolder folder) {
        TenantDeclaration declared = folder.tenant();
        ResolvedProfile profile = profiles.require(declared.profile());
        boolean created = directory.find(declared.code()).isEmpty();
        provisioning.apply(new Provisioning.Declaration(declared.code(), declared.name(), declared.regionCode(),
                declared.profile().toString(), profile.hash()));
        return tenants.write(declared.code(), () -> {
            waitForAnotherApplication(declared.code());
            Optional<String> password = accounts.ensure(FIRST_USER, "管理员", EnumSet.allOf(Role.class));
            return new Applied(declared.code(), declared.name(), created, password, content.apply(folder));
        });
    }

    /** Two demos on one folder apply the same at the same time: the second finds what the first has made. */
    private void waitForAnotherApplication(TenantCode code) {
        jdbc.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 4202))", statement -> {
            statement.setString(1, code.value());
            return statement.execute();
        });
    }
}
