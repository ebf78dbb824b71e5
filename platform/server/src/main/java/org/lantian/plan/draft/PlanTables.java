package org.lantian.plan.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.Table;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.reference.Industry;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.plugin.vocabulary.TaskAspect;

/** The outline's tables from their specs: one row an enterprise, lines of one group beside each other. */
public final class PlanTables {

    private final ClusterFacts facts;

    public PlanTables(ClusterFacts facts) {
        this.facts = facts;
    }

    /** The table with its header from the spec, and the rows that the facts give. */
    public Table table(TableSpec spec, String anchor) {
        return new Table(spec.id(), caption(spec), spec.columns().stream().map(this::column).toList(), rows(spec),
                spec.notes(), anchor);
    }

    /** 表1  中卫市沙坡头区涉气产业集群基本信息. */
    private String caption(TableSpec spec) {
        String title = spec.title().replace("{city}{cluster}", facts.place()).replace("{city}", facts.city())
                .replace("{cluster}", facts.cluster());
        return spec.number().map(number -> "表" + number + "  ").orElse("") + title;
    }

    private Column column(ColumnSpec spec) {
        String header = spec.header().replace("{baseYear}", Integer.toString(facts.baseYear()));
        String lines = spec.field().map(Field::group).filter(FieldGroup::repeating).map(FieldGroup::name).orElse("");
        return new Column(spec.id(), header, align(spec.type()), spec.width(), lines,
                spec.children().stream().map(this::column).toList());
    }

    /** Where a value of the type stands in its cell. */
    public static Align align(ValueType type) {
        return switch (type) {
            case DECIMAL, INTEGER -> Align.RIGHT;
            case ORDINAL, CHOICE, YES_NO, DEADLINE -> Align.CENTER;
            case TEXT, RANGE, CREDIT_CODE, PERMIT_NUMBER, INDUSTRY -> Align.LEFT;
        };
    }

    private List<List<String>> rows(TableSpec spec) {
        boolean measures = spec.leaves().stream()
                .anyMatch(leaf -> leaf.field().map(field -> field.group() == FieldGroup.MEASURE).orElse(false));
        List<List<String>> rows = new ArrayList<>();
        if (measures) {
            facts.measures().forEach(measure -> rows
                    .add(cells(spec, rows.size() + 1, field -> measureCell(measure, field))));
        } else {
            Map<String, Map<ProblemColumn, String>> problems = problems();
            facts.enterprises().forEach(one -> rows.add(cells(spec, rows.size() + 1,
                    field -> enterpriseCell(one, problems.getOrDefault(one.key(), Map.of()), field))));
        }
        return rows;
    }

    private static List<String> cells(TableSpec spec, int ordinal, Function<Field, String> cell) {
        return spec.leaves().stream().map(leaf -> leaf.field()
                .map(field -> field == Field.ROW_ORDINAL ? Integer.toString(ordinal) : cell.apply(field)).orElse(""))
                .toList();
    }

    private String enterpriseCell(EnterpriseFacts one, Map<ProblemColumn, String> problems, Field field) {
        if (field == Field.CLUSTER_NAME) {
            return facts.cluster();
        }
        if (field == Field.CLUSTER_APPROVAL) {
            return facts.approval().orElse("");
        }
        if (field.group() == FieldGroup.FINDING) {
            return problemColumn(field).map(column -> problems.getOrDefault(column, "/")).orElse("");
        }
        if (field.group().repeating()) {
            List<String> lines = one.rowsOf(field.group()).stream().map(row -> printed(Values.value(row, field))).toList();
            return lines.stream().allMatch(String::isEmpty) ? "" : String.join("\n", lines);
        }
        if (field == Field.ENTERPRISE_INDUSTRY) {
            return Values.text(one.values(), field).map(PlanTables::industry).orElse("");
        }
        return printed(Values.value(one.values(), field));
    }

    /** The industry's name where the ledger has its GB/T 4754-2017 code. */
    public static String industry(String text) {
        return text.matches("[A-T]|\\d{2,4}") ? Industries.standard().findByCode(text).map(Industry::name).orElse(text)
                : text;
    }

    /** A value as tables print it: / for none, nothing for absent. */
    public static String printed(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Number(java.math.BigDecimal number) -> Decimals.print(number);
            case FieldValue.None ignored -> "/";
            case FieldValue.Absent ignored -> "";
        };
    }

    private static Optional<ProblemColumn> problemColumn(Field field) {
        return switch (field) {
            case FINDING_FUGITIVE -> Optional.of(ProblemColumn.FUGITIVE);
            case FINDING_ORGANISED -> Optional.of(ProblemColumn.ORGANISED);
            case FINDING_TRANSPORT -> Optional.of(ProblemColumn.TRANSPORT);
            case FINDING_GRADE -> Optional.of(ProblemColumn.GRADE);
            default -> Optional.empty();
        };
    }

    private Map<String, Map<ProblemColumn, String>> problems() {
        Map<String, Map<ProblemColumn, String>> found = new java.util.HashMap<>();
        for (FindingFacts finding : facts.findings()) {
            finding.column().ifPresent(column -> found
                    .computeIfAbsent(finding.enterprise(), ignored -> new EnumMap<>(ProblemColumn.class))
                    .merge(column, finding.text(), (before, next) -> before + "\n" + next));
        }
        return found;
    }

    private static String measureCell(MeasureFacts measure, Field field) {
        return switch (field) {
            case MEASURE_SUBJECT -> measure.subject();
            case MEASURE_UPGRADE_TYPE -> measure.type().term();
            case MEASURE_FUGITIVE -> task(measure, TaskAspect.FUGITIVE);
            case MEASURE_ORGANISED -> task(measure, TaskAspect.ORGANISED);
            case MEASURE_MOBILE -> task(measure, TaskAspect.MOBILE);
            case MEASURE_GRADE -> task(measure, TaskAspect.GRADE);
            case MEASURE_INFRASTRUCTURE -> task(measure, TaskAspect.INFRASTRUCTURE);
            case MEASURE_GOAL -> measure.goal();
            case MEASURE_DEADLINE -> measure.deadlineText();
            case MEASURE_REDUCTION -> reduction(measure.reduction());
            default -> "";
        };
    }

    private static String task(MeasureFacts measure, TaskAspect aspect) {
        return measure.tasks().getOrDefault(aspect, "/");
    }

    /** The total first, then its parts; an amount entered by hand says so, an unknown one is 待核算, never 0. */
    public static String reduction(MeasureFacts.Reduction reduction) {
        if (reduction.tonnes().isEmpty()) {
            return "待核算";
        }
        List<String> lines = new ArrayList<>();
        lines.add(Decimals.print(reduction.tonnes().orElseThrow()));
        new java.util.TreeMap<Pollutant, MeasureFacts.Part>(reduction.parts()).forEach((pollutant, part) -> part.tonnes()
                .ifPresent(tonnes -> lines.add(pollutant.term() + " " + Decimals.print(tonnes))));
        if (lines.size() == 2) {
            lines.removeFirst();
        }
        if (reduction.manual()) {
            lines.add("（人工填报）");
        }
        return String.join("\n", lines);
    }
}
