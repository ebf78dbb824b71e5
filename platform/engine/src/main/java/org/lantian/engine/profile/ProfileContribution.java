package org.lantian.engine.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.plugin.ProfileMetadata;
import org.lantian.plugin.RegionalProfile;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.TableSpec;

/** What one plugin contributes, as plain data; see {@link RegionalProfile} for the parts. */
public record ProfileContribution(Optional<ProfileMetadata> metadata, List<OutlineNode> outline,
        List<TableSpec> tables, List<DiagnosisRule> diagnosisRules, List<EmissionLimit> limits,
        List<TechniqueList> techniqueLists, ReadingGrammar grammar, RegionalRules region, List<String> deletions) implements RegionalProfile {

    public ProfileContribution {
        outline = List.copyOf(outline);
        tables = List.copyOf(tables);
        diagnosisRules = List.copyOf(diagnosisRules);
        limits = List.copyOf(limits);
        techniqueLists = List.copyOf(techniqueLists);
        deletions = List.copyOf(deletions);
    }

    /** Asks a profile for everything once. */
    public static ProfileContribution of(RegionalProfile profile) {
        return new ProfileContribution(profile.metadata(), profile.outline(), profile.tables(),
                profile.diagnosisRules(), profile.limits(), profile.techniqueLists(), profile.grammar(),
                profile.region(), profile.deletions());
    }

    /** This contribution followed by another of the same plugin; an id in both is later reported as a duplicate. */
    public ProfileContribution plus(ProfileContribution other) {
        return new ProfileContribution(metadata.or(other::metadata), concat(outline, other.outline),
                concat(tables, other.tables), concat(diagnosisRules, other.diagnosisRules),
                concat(limits, other.limits), concat(techniqueLists, other.techniqueLists), grammar.over(other.grammar), region.plus(other.region),
                concat(deletions, other.deletions));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
