package org.lantian.app.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.common.DomainException;
import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.Deadline;
import org.lantian.engine.reading.Placement;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadItem.RolesFrom;
import org.lantian.engine.reading.ReadParagraph;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadRoles;
import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.region.TemplateSection;

/** Lays a declared plan out on the sections of the profile's template, numbered as the template says. */
final class DeclaredPlan {

    private final ResolvedProfile profile;
    private final RegionalDeclaration declared;
    private final Map<String, RegionalDeclaration.Section> byTemplate = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> children = new HashMap<>();
    private final Map<Integer, RegionalDeclaration.Item> items = new HashMap<>();
    private final List<ReadSection> sections = new ArrayList<>();

    private DeclaredPlan(ResolvedProfile profile, RegionalDeclaration declared) {
        this.profile = profile;
        this.declared = declared;
        declared.sections().forEach(section -> byTemplate.put(section.template().orElse(""), section));
    }

    /** @throws DomainException BAD_REQUEST if the plan uses sections that the template does not have */
    static ReadPlan read(PlanDeclaration plan, RegionalDeclaration declared, ResolvedProfile profile) {
        DeclaredPlan layout = new DeclaredPlan(profile, declared);
        layout.requireKnown();
        declared.sections().forEach(layout::collect);
        profile.region().sections().forEach(layout::template);
        String title = plan.title().replaceAll("（(?:征求意见稿|送审稿)）$", "");
        return new ReadPlan(title, declared.number(), declared.state(), declared.issuedOn(), profile.ref().toString(),
                layout.sections, layout.tables(), List.of());
    }

    private void requireKnown() {
        List<String> known = profile.region().sections().stream().map(TemplateSection::id).toList();
        List<String> unknown = new ArrayList<>(byTemplate.keySet().stream().filter(id -> !known.contains(id)).toList());
        declared.tables().stream().map(RegionalDeclaration.Table::section).filter(id -> !known.contains(id))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw DomainException.badRequest("PLAN_SECTION_UNKNOWN", "plan.yaml用到的章节“" + String.join("、", unknown)
                    + "”不在模板" + profile.ref() + "中；可用：" + String.join("、", known) + "。");
        }
    }

    private void collect(RegionalDeclaration.Section section) {
        section.items().stream().filter(item -> item.box().isEmpty()).forEach(item -> items.put(item.no(), item));
        section.sections().forEach(this::collect);
    }

    private void template(TemplateSection template) {
        Placement placement = template.node().<Placement>map(Placement.Node::new)
                .orElseGet(() -> new Placement.Supplement(template.supplement()));
        Optional<RegionalDeclaration.Section> own = Optional.ofNullable(byTemplate.get(template.id()));
        String heading = filled(own.flatMap(RegionalDeclaration.Section::heading).orElse(template.heading()));
        int level = template.parent().map(parent -> level(parent) + 1).orElse(1);
        String id = add(template.parent().map(ids::get), level, template.numbering(), heading, placement,
                own);
        ids.put(template.id(), id);
        own.ifPresent(section -> section.sections().forEach(sub -> add(Optional.of(id), level + 1,
                below(template.numbering()), sub.heading().orElse(""), placement, Optional.of(sub))));
    }

    /** @throws DomainException BAD_REQUEST if a parameter of the heading is not given */
    private String filled(String heading) {
        String filled = heading;
        for (Map.Entry<String, String> parameter : declared.parameters().entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (filled.contains("{")) {
            throw DomainException.badRequest("PLAN_PARAMETER_MISSING",
                    "模板标题“" + heading + "”中的参数没有给出：请在plan.yaml的parameters中写明。");
        }
        return filled;
    }

    private int level(String template) {
        return (int) ids.get(template).chars().filter(c -> c == '.').count() + 1;
    }

    private static TemplateSection.Numbering below(TemplateSection.Numbering above) {
        return above == TemplateSection.Numbering.CHAPTER ? TemplateSection.Numbering.CHINESE
                : TemplateSection.Numbering.BRACKETED;
    }

    private String add(Optional<String> parent, int level, TemplateSection.Numbering numbering, String heading,
            Placement placement, Optional<RegionalDeclaration.Section> own) {
        boolean annex = numbering == TemplateSection.Numbering.ANNEX;
        String row = annex ? "A" : parent.orElse("") + (numbering == TemplateSection.Numbering.NONE ? "#" : "");
        int ordinal = children.merge(row, 1, Integer::sum);
        String id = annex ? "A" + ordinal : parent.map(up -> up + ".").orElse("")
                + (numbering == TemplateSection.Numbering.NONE ? "0" : ordinal);
        sections.add(new ReadSection(id, level, number(numbering, ordinal), heading, placement,
                own.map(section -> section.paragraphs().stream()
                        .map(text -> new ReadParagraph(text, ReadRoles.NONE, List.of(), List.of(), 0)).toList())
                        .orElse(List.of()),
                own.map(section -> section.items().stream().map(this::item).toList()).orElse(List.of()), 0));
        return id;
    }

    private static String number(TemplateSection.Numbering numbering, int ordinal) {
        return switch (numbering) {
            case CHAPTER -> "第" + ordinal + "章";
            case CHINESE -> ChineseNumerals.write(ordinal) + "、";
            case BRACKETED -> "（" + ChineseNumerals.write(ordinal) + "）";
            case ANNEX -> "附件" + ordinal;
            case NONE -> "";
        };
    }

    private ReadItem item(RegionalDeclaration.Item item) {
        Optional<ReadRoles> shared = item.shared().map(items::get).map(later -> new ReadRoles(later.roles()));
        ReadRoles own = new ReadRoles(item.roles());
        RolesFrom from = !own.isEmpty() ? RolesFrom.OWN : shared.isPresent() ? RolesFrom.SHARED_BLOCK : RolesFrom.NOWHERE;
        List<Deadline> deadlines = item.deadlines().isEmpty() ? List.of(new Deadline.None("")) : item.deadlines();
        return new ReadItem(Integer.toString(item.no()), item.title(),
                item.title() + (item.text().startsWith("\n") ? "：" : "。") + item.text(),
                own.isEmpty() ? shared.orElse(ReadRoles.NONE) : own, from, deadlines, item.quantities(), List.of(),
                item.box(), 0);
    }

    private List<ReadTable> tables() {
        return declared.tables().stream().map(table -> new ReadTable(table.title(), table.columns(), table.rows(),
                ids.get(table.section()), 0, table.rows().stream().map(row -> 0).toList())).toList();
    }
}
