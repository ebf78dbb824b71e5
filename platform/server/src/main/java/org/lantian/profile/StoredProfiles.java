package org.lantian.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.ProfileRef;
import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantOpening;

/**
 * The control schema's profiles in memory, for work inside a tenant's transaction, from which it cannot be read. There
 * are few and they never change, so all are kept; what is new is fetched whenever a tenant is opened.
 */
@Singleton
final class StoredProfiles implements TenantOpening {

    private static final Logger LOG = LoggerFactory.getLogger(StoredProfiles.class);

    private final ProfileRows rows;
    private final List<ResolvedProfile> oldestFirst = new CopyOnWriteArrayList<>();

    StoredProfiles(ProfileRows rows) {
        this.rows = rows;
    }

    @Override
    public void opening(Tenant tenant) {
        try {
            refresh();
        } catch (IllegalArgumentException fault) {
            // a profile written by a newer release; what is known already stays usable
            LOG.error("a stored profile cannot be read", fault);
        }
    }

    /** Fetches what is not known yet; inside a control transaction. */
    synchronized void refresh() {
        Set<String> known = oldestFirst.stream().map(ResolvedProfile::hash).collect(Collectors.toSet());
        oldestFirst.addAll(rows.listOthers(known));
    }

    Optional<ResolvedProfile> findByHash(String hash) {
        return oldestFirst.stream().filter(profile -> profile.hash().equals(hash)).findFirst();
    }

    /** The profile stored last under this id and version. */
    Optional<ResolvedProfile> find(ProfileRef ref) {
        List<ResolvedProfile> newestFirst = new ArrayList<>(oldestFirst).reversed();
        return newestFirst.stream().filter(profile -> profile.ref().equals(ref)).findFirst();
    }

    List<ResolvedProfile> list() {
        return List.copyOf(oldestFirst);
    }
}
