package org.lantian.engine.check.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.lantian.engine.check.Remark;
import org.lantian.engine.reading.Placement;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.reading.ReadTable;
import org.lantian.engine.reading.ReadTarget;
import org.lantian.engine.source.SourceDocument;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A plan under check: its parts with their places, its sentences, and the remarks so far. */
final class CheckedPlan {

    /** An item with the section that it is in. */
    record Item(ReadSection section, ReadItem item) {
    }

    private final ReadPlan plan;
    private final SourceDocument source;
    private final RegionalRules region;
    private final Map<String, String> clauses = new LinkedHashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    CheckedPlan(ReadPlan plan, SourceDocument source, RegionalRules region) {
        this.plan = plan;
        this.source = source;
        this.region = region;
        plan.sections().forEach(section -> clauses.put(section.id(), clause(section)));
        for (ReadSection section : plan.sections()) {
            section.paragraphs().forEach(paragraph -> sentences.addAll(Sentence.of(
                    new Place(paragraph.line(), clauses.get(section.id())), section.id(), paragraph.text())));
            section.items().forEach(item -> sentences.addAll(
                    Sentence.of(place(new Item(section, item)), section.id(), item.text())));
        }
        for (ReadTable table : plan.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (String cell : table.rows().get(row)) {
                    sentences.addAll(Sentence.of(place(table, row), table.section(), cell));
                }
            }
        }
    }

    ReadPlan plan() {
        return plan;
    }

    SourceDocument source() {
        return source;
    }

    RegionalRules region() {
        return region;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Remark> remarks() {
        return remarks;
    }

    Stream<Item> items() {
        return plan.sections().stream()
                .flatMap(section -> section.items().stream().map(item -> new Item(section, item)));
    }

    /** Items of the tasks, boxes left out. */
    List<Item> tasks() {
        return items().filter(one -> one.item().box().isEmpty() && on(one.section(), "tasks")).toList();
    }

    static boolean on(ReadSection section, String node) {
        return section.placement() instanceof Placement.Node place && place.code().equals(node);
    }

    Place place(ReadSection section) {
        return new Place(section.line(), clauses.getOrDefault(section.id(), ""));
    }

    Place place(Item item) {
        String box = item.item().box().isEmpty() ? "" : "专栏";
        return new Place(item.item().line(),
                clauses.getOrDefault(item.section().id(), "") + box + "第" + item.item().no() + "项");
    }

    Place place(ReadTable table, int row) {
        return new Place(table.lines().get(row), clauses.getOrDefault(table.section(), "") + "表第" + (row + 1) + "行");
    }

    Place place(ReadTable table) {
        return new Place(table.line(), clauses.getOrDefault(table.section(), "") + "表");
    }

    /** Where a target stands: its item, else its section. */
    Place place(ReadTarget target) {
        return items().filter(item -> item.section().id().equals(target.section())
                && item.item().line() == target.line()).findFirst().map(this::place)
                .orElseGet(() -> new Place(target.line(), clauses.getOrDefault(target.section(), "")));
    }

    Optional<ReadSection> parent(ReadSection section) {
        int dot = section.id().lastIndexOf('.');
        return dot < 0 ? Optional.empty()
                : plan.sections().stream().filter(one -> one.id().equals(section.id().substring(0, dot))).findFirst();
    }

    void remark(RemarkCode code, Severity severity, Place place, String message, List<String> evidence,
            String arithmetic, String hint) {
        remarks.add(new Remark(code, severity, place.clause(), OptionalInt.of(place.line()), message, evidence, arithmetic,
                hint));
    }

    /** The printed numbers from the outermost section in, for example 二（三）. */
    private String clause(ReadSection section) {
        String own = section.number().isBlank() ? section.heading() : section.number().replaceAll("[、.．\\s]+$", "");
        int dot = section.id().lastIndexOf('.');
        return dot < 0 ? own : clauses.getOrDefault(section.id().substring(0, dot), "") + own;
    }
}
