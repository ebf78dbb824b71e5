package org.lantian.profile.graphql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;
import org.lantian.plugin.vocabulary.ProblemColumn;

/** A resolved profile as the API shows it: words instead of constants, leaf columns with their header paths. */
record ProfileView(String id, String version, String hash, String name, String regionCode, List<String> lineage,
        List<OutlineNode> outline, List<Table> tables, List<Rule> rules, List<Limit> limits,
        List<TechniqueList> techniqueLists) {

    record Table(String id, Optional<Integer> number, String title, String sheet, List<Column> columns,
            List<String> notes) {
    }

    record Column(String id, List<String> headers, Optional<String> field, ValueType type, Optional<String> unit,
            List<String> allowed, boolean otherAllowed, String requiredWhen, String note, int width) {
    }

    record Rule(String id, DiagnosisRule.Subject subject, String when, String finding, String area,
            Optional<String> column, String severity, String text, String source, boolean verified,
            List<String> inputs) {
    }

    record Limit(String id, String sourceCategory, String pollutant, BigDecimal value,
            Optional<BigDecimal> referenceOxygen, String source, boolean verified, boolean below) {
    }

    static ProfileView of(ResolvedProfile profile) {
        return new ProfileView(profile.ref().id(), profile.ref().version(), profile.hash(), profile.metadata().name(),
                profile.metadata().regionCode(), profile.lineage().stream().map(ProfileRef::toString).toList(),
                profile.outline(), profile.tables().stream().map(ProfileView::table).toList(),
                profile.diagnosisRules().stream().map(ProfileView::rule).toList(),
                profile.limits().stream().map(ProfileView::limit).toList(), profile.techniqueLists());
    }

    private static Table table(TableSpec table) {
        return new Table(table.id(), table.number(), table.title(), table.sheet(),
                table.columns().stream().flatMap(column -> columns(column, List.of())).toList(), table.notes());
    }

    private static Stream<Column> columns(ColumnSpec column, List<String> above) {
        List<String> headers = Stream.concat(above.stream(), Stream.of(column.header())).toList();
        if (!column.leaf()) {
            return column.children().stream().flatMap(child -> columns(child, headers));
        }
        return Stream.of(new Column(column.id(), headers, column.field().map(Field::id), column.type(), column.unit(),
                column.allowed(), column.otherAllowed(), column.requiredWhen(), column.note(), column.width()));
    }

    private static Rule rule(DiagnosisRule rule) {
        return new Rule(rule.id(), rule.subject(), rule.when(), rule.finding(), rule.area().term(),
                rule.column().map(ProblemColumn::term), rule.severity().name(), rule.text(), rule.source(),
                rule.verified(), rule.inputs());
    }

    private static Limit limit(EmissionLimit limit) {
        return new Limit(limit.id(), limit.sourceCategory(), limit.pollutant().term(), limit.value(),
                limit.referenceOxygen(), limit.source(), limit.verified(), limit.below());
    }
}
