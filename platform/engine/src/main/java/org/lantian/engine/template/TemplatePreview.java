package org.lantian.engine.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.ParagraphStyle;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.region.IndicatorSpec;
import org.lantian.plugin.region.LetterTemplate;
import org.lantian.plugin.region.TargetSet;
import org.lantian.plugin.region.TaskPattern;
import org.lantian.plugin.region.TemplateSection;
import org.lantian.plugin.region.TemplateSection.Content;
import org.lantian.plugin.region.TextName;
import org.lantian.plugin.table.TableSpec;

/**
 * A profile's template with fictitious names: its headings, every task pattern in its section, its target sets, its tables'
 * captions and its letters.
 *
 * @param document what a plan of the region looks like
 * @param unresolved texts that leave a name open which nobody fills, each with its names
 */
public record TemplatePreview(Document document, List<Unresolved> unresolved) {

    private static final int DEEPEST = 4;

    /**
     * Names that nobody fills.
     *
     * @param place kind and id of the entry, for example 任务“access”
     * @param known names that may stand there
     */
    public record Unresolved(String place, List<String> names, List<String> known) {
        public Unresolved {
            names = List.copyOf(names);
            known = List.copyOf(known);
        }
    }

    public TemplatePreview {
        unresolved = List.copyOf(unresolved);
    }

    /** Composes the template. */
    public static TemplatePreview of(ResolvedProfile profile) {
        Composition composition = new Composition(profile);
        composition.sections();
        composition.letters();
        return new TemplatePreview(new Document(List.of(profile.metadata().name()), "", "示例", composition.blocks),
                composition.unresolved);
    }

    /** One composing. */
    private static final class Composition {

        private static final Map<String, String> OF_PLAN = examples(TextName::ofPlan);
        private static final Map<String, String> OF_LETTER = examples(_ -> true);

        private final ResolvedProfile profile;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Unresolved> unresolved = new ArrayList<>();
        private final Map<String, Integer> depths = new HashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();
        private boolean targetsPrinted;

        private Composition(ResolvedProfile profile) {
            this.profile = profile;
        }

        private static Map<String, String> examples(Predicate<TextName> which) {
            return Arrays.stream(TextName.values()).filter(which).collect(Collectors.toMap(TextName::key,
                    TextName::example, (first, _) -> first, LinkedHashMap::new));
        }

        private void sections() {
            profile.region().sections().forEach(this::section);
            if (!targetsPrinted) {
                profile.region().targetSets().forEach(this::targetSet);
            }
            profile.tables().forEach(this::caption);
        }

        private void section(TemplateSection section) {
            int depth = section.parent().map(up -> depths.getOrDefault(up, 0) + 1).orElse(1);
            depths.put(section.id(), depth);
            heading(depth, number(section),
                    fill("章节", section.id(), section.heading(), OF_PLAN), "s_" + section.id());
            List<TaskPattern> patterns = profile.region().taskPatterns().stream()
                    .filter(pattern -> pattern.section().equals(section.id())).toList();
            for (int i = 0; i < patterns.size(); i++) {
                pattern(i + 1, patterns.get(i));
            }
            if (section.content() == Content.TARGETS && !targetsPrinted) {
                targetsPrinted = true;
                profile.region().targetSets().forEach(this::targetSet);
            }
        }

        private String number(TemplateSection section) {
            int count = counts.merge(section.parent().orElse("") + "/" + section.numbering(), 1, Integer::sum);
            return switch (section.numbering()) {
                case CHAPTER -> "第" + count + "章　";
                case CHINESE -> ChineseNumerals.write(count) + "、";
                case BRACKETED -> "（" + ChineseNumerals.write(count) + "）";
                case ANNEX -> "附件" + count + "　";
                case NONE -> "";
            };
        }

        private void pattern(int number, TaskPattern pattern) {
            Map<String, String> known = pattern.parameters().stream().distinct()
                    .collect(Collectors.toMap(name -> name, name -> "〔" + name + "〕"));
            String text = fill("任务", pattern.id(), pattern.title() + "。" + pattern.text(), known);
            blocks.add(new Block.Item(3, number + ".", List.of(Run.text(text)), "p_" + pattern.id()));
        }

        private void targetSet(TargetSet set) {
            String title = fill("目标表", set.id(), set.title(), OF_PLAN);
            if (set.columns().isEmpty()) {
                String names = profile.region().indicators().stream().filter(one -> set.indicators().contains(one.id()))
                        .map(IndicatorSpec::name).collect(Collectors.joining("、"));
                body(title + "：" + names + "。");
                return;
            }
            List<Column> columns = new ArrayList<>();
            for (String header : set.columns()) {
                columns.add(new Column(set.id() + "_" + columns.size(),
                        fill("目标表", set.id(), header, OF_PLAN), Align.CENTER, 4, List.of()));
            }
            blocks.add(new Block.Table(set.id(), title, columns, List.of(), List.of(), "t_" + set.id()));
        }

        private void caption(TableSpec table) {
            String title = fill("表格", table.id(), table.title(), OF_PLAN);
            List<Column> columns = table.leaves().stream().map(leaf -> new Column(leaf.id(),
                    fill("表格", table.id(), leaf.header(), OF_PLAN), Align.CENTER, leaf.width(), List.of())).toList();
            blocks.add(new Block.Table(table.id(), title, columns, List.of(), table.notes(), "t_" + table.id()));
        }

        private void letters() {
            for (LetterTemplate letter : profile.region().letters()) {
                heading(1, "", fill("文书", letter.id(), letter.title(), OF_LETTER), "l_" + letter.id());
                body(fill("文书", letter.id(), letter.text(), OF_LETTER));
            }
        }

        private String fill(String kind, String id, String text, Map<String, String> known) {
            SequencedSet<String> open = new LinkedHashSet<>();
            String filled = new OpenText(text).fill(known, open);
            Optional.of(open).filter(names -> !names.isEmpty()).ifPresent(names -> unresolved.add(new Unresolved(
                    kind + "“" + id + "”", List.copyOf(names), List.copyOf(known.keySet()))));
            return filled;
        }

        private void heading(int depth, String number, String text, String anchor) {
            blocks.add(new Block.Heading(Math.min(depth, DEEPEST), number, List.of(Run.text(text)), anchor));
        }

        private void body(String text) {
            blocks.add(new Block.Paragraph(ParagraphStyle.BODY, List.of(Run.text(text)), ""));
        }
    }
}
