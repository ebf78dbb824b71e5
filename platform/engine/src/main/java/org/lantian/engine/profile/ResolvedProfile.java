package org.lantian.engine.profile;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.plugin.ProfileMetadata;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.TableSpec;

/**
 * A profile with all its parents merged in: immutable, complete, and usable without any plugin.
 *
 * @param metadata the profile's own description
 * @param lineage the profile itself, its parent, and so on to the one that extends nothing
 * @param outline chapters and sections, each chapter before its sections, in print order
 * @param tables numbered tables, then supplement sheets
 * @param diagnosisRules rules in the order in which their findings are printed
 * @param limits emission limits
 * @param techniqueLists technique lists
 * @param grammar how the region's plans are written
 * @param region what the region adds besides
 * @param hash SHA-256 of {@link #json()}, 64 lower-case hexadecimal digits
 */
public record ResolvedProfile(ProfileMetadata metadata, List<ProfileRef> lineage, List<OutlineNode> outline,
        List<TableSpec> tables, List<DiagnosisRule> diagnosisRules, List<EmissionLimit> limits,
        List<TechniqueList> techniqueLists, ReadingGrammar grammar, RegionalRules region, String hash) {

    public ResolvedProfile {
        lineage = List.copyOf(lineage);
        outline = List.copyOf(outline);
        tables = List.copyOf(tables);
        diagnosisRules = List.copyOf(diagnosisRules);
        limits = List.copyOf(limits);
        techniqueLists = List.copyOf(techniqueLists);
    }

    /** Merged content, and the hash that follows from it. */
    static ResolvedProfile of(ProfileMetadata metadata, List<ProfileRef> lineage, ProfileContribution merged) {
        return new Content(metadata, lineage, merged.outline(), merged.tables(), merged.diagnosisRules(),
                merged.limits(), merged.techniqueLists(), merged.grammar(), merged.region()).hashed();
    }

    /**
     * Reads {@link #json()} back.
     *
     * @throws IllegalArgumentException if the text is not a resolved profile
     */
    public static ResolvedProfile ofJson(String json) {
        return CanonicalJson.read(json, Content.class).hashed();
    }

    /** Everything but the hash as canonical JSON. */
    public String json() {
        return CanonicalJson.write(
                new Content(metadata, lineage, outline, tables, diagnosisRules, limits, techniqueLists, grammar,
                        region));
    }

    public ProfileRef ref() {
        return metadata.ref();
    }

    public Optional<TableSpec> findTable(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException if the profile has no such table */
    public TableSpec requireTable(String id) {
        return findTable(id).orElseThrow(() -> new IllegalArgumentException("方案模板" + ref() + "没有表格“" + id + "”。"));
    }

    /** @throws IllegalArgumentException if the outline has no such node */
    public OutlineNode outlineNode(String code) {
        return outline.stream().filter(node -> node.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("方案模板" + ref() + "没有大纲节点“" + code + "”。"));
    }

    /** What is hashed. */
    private record Content(ProfileMetadata metadata, List<ProfileRef> lineage, List<OutlineNode> outline,
            List<TableSpec> tables, List<DiagnosisRule> diagnosisRules, List<EmissionLimit> limits,
            List<TechniqueList> techniqueLists, ReadingGrammar grammar, RegionalRules region) {

        ResolvedProfile hashed() {
            return new ResolvedProfile(metadata, lineage, outline, tables, diagnosisRules, limits, techniqueLists,
                    grammar, region, CanonicalJson.hash(this));
        }
    }
}
