package org.lantian.engine.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

import org.lantian.plugin.ProfileMetadata;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.RegionalProfile;

/**
 * Merges a profile onto its parents. A parent is named by its exact version; deletions apply to what is inherited, an
 * entry with an inherited id replaces it at its place, a new one is appended. Only a profile without parent
 * contributes outline nodes.
 */
public final class ProfileResolver {

    private ProfileResolver() {
    }

    /**
     * Resolves one profile.
     *
     * @param source gives a profile's own contribution; empty for an unknown one
     * @throws ProfileException with everything that is wrong with the first profile of the line that has a fault
     */
    public static ResolvedProfile resolve(ProfileRef ref, Function<ProfileRef, Optional<RegionalProfile>> source) {
        return resolve(ref, source, new HashMap<>());
    }

    /**
     * As {@link #resolve(ProfileRef, Function)}, with profiles that were resolved from the same source before; this one and
     * its parents are added to them.
     */
    public static ResolvedProfile resolve(ProfileRef ref, Function<ProfileRef, Optional<RegionalProfile>> source,
            Map<ProfileRef, ResolvedProfile> known) {
        return resolve(ref, source, known, new LinkedHashSet<>());
    }

    private static ResolvedProfile resolve(ProfileRef ref, Function<ProfileRef, Optional<RegionalProfile>> source,
            Map<ProfileRef, ResolvedProfile> known, SequencedSet<ProfileRef> children) {
        if (known.containsKey(ref)) {
            return known.get(ref);
        }
        if (!children.add(ref)) {
            throw new ProfileException(children.getFirst() + "：继承关系成环（" + chain(children) + " → " + ref + "）。");
        }
        ProfileContribution own = source.apply(ref).map(ProfileContribution::of)
                .orElseThrow(() -> unknown(ref, children));
        ProfileMetadata metadata = own.metadata()
                .orElseThrow(() -> new ProfileException(ref + "：没有元数据（profile.yaml）。"));
        if (!metadata.ref().equals(ref)) {
            throw new ProfileException(ref + "：元数据写的是" + metadata.ref() + "，两者必须一致。");
        }
        Optional<ResolvedProfile> parent = metadata.parent().map(up -> resolve(up, source, known, children));
        ResolvedProfile resolved = merge(metadata, own, parent);
        known.put(ref, resolved);
        return resolved;
    }

    private static ResolvedProfile merge(ProfileMetadata metadata, ProfileContribution own,
            Optional<ResolvedProfile> parent) {
        List<String> problems = new ArrayList<>(ProfileCheck.contribution(own, parent.isPresent()));
        ProfileMerge merge = new ProfileMerge(parent);
        ProfileContribution merged = merge.apply(own);
        problems.addAll(merge.problems());
        problems.addAll(ProfileCheck.merged(merged));
        if (!problems.isEmpty()) {
            throw new ProfileException(problems.stream().map(problem -> metadata.ref() + "：" + problem).toList());
        }
        List<ProfileRef> lineage = new ArrayList<>(List.of(metadata.ref()));
        parent.ifPresent(up -> lineage.addAll(up.lineage()));
        return ResolvedProfile.of(metadata, lineage, merged);
    }

    private static ProfileException unknown(ProfileRef ref, SequencedSet<ProfileRef> children) {
        List<ProfileRef> line = List.copyOf(children);
        return new ProfileException(line.size() == 1 ? "没有" + ref + "。"
                : line.get(line.size() - 2) + "：它继承的" + ref + "不存在或未能加载。");
    }

    private static String chain(SequencedSet<ProfileRef> refs) {
        return String.join(" → ", refs.stream().map(ProfileRef::toString).toList());
    }
}
