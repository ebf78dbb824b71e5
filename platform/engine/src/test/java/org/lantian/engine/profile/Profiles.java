package org.lantian.engine.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.ProfileMetadata;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;

/** Small profiles for the tests of this package. */
final class Profiles {

    static final ProfileRef BASE = ProfileRef.parse("base@1.0.0");
    static final ProfileRef REGION = ProfileRef.parse("region@2.1.0");

    private Profiles() {
    }

    static ProfileContribution base(TableSpec... tables) {
        return contribution(BASE, Optional.empty(),
                List.of(new OutlineNode("basics", Optional.empty(), 1, "集群基本情况", "", Optional.empty())),
                List.of(tables), List.of(list("low", "光催化"), list("coal", "煤")), List.of());
    }

    static ProfileContribution region(List<TableSpec> tables, List<TechniqueList> lists, String... deletions) {
        return contribution(REGION, Optional.of(BASE), List.of(), tables, lists, List.of(deletions));
    }

    static ProfileContribution contribution(ProfileRef ref, Optional<ProfileRef> parent, List<OutlineNode> outline,
            List<TableSpec> tables, List<TechniqueList> lists, List<String> deletions) {
        return new ProfileContribution(Optional.of(new ProfileMetadata(ref, ref.id(), "000000", parent)), outline,
                tables, List.of(), List.of(), lists, ReadingGrammar.EMPTY, RegionalRules.EMPTY, deletions);
    }

    static ResolvedProfile resolve(ProfileContribution wanted, ProfileContribution... others) {
        Map<ProfileRef, ProfileContribution> known = new HashMap<>();
        known.put(wanted.metadata().orElseThrow().ref(), wanted);
        for (ProfileContribution other : others) {
            known.put(other.metadata().orElseThrow().ref(), other);
        }
        return ProfileResolver.resolve(wanted.metadata().orElseThrow().ref(),
                ref -> Optional.ofNullable(known.get(ref)));
    }

    static TechniqueList list(String id, String word) {
        return new TechniqueList(id, id, List.of(word), "测试");
    }

    static TableSpec table(String id, ColumnSpec... columns) {
        return new TableSpec(id, Optional.empty(), id, id, List.of(columns), List.of());
    }

    static ColumnSpec column(String id, ColumnSpec... children) {
        return new ColumnSpec(id, "列" + id, List.of(), Optional.empty(), ValueType.TEXT, Optional.empty(), List.of(),
                false, "never", "", 3, List.of(children));
    }
}
