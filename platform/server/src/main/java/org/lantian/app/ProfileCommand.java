package org.lantian.app;

import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.TemplateSection;
import org.lantian.profile.Profiles;

/** Installed profiles; needs no database. */
@Command(name = "profile", mixinStandardHelpOptions = true, description = "Installed profiles (方案模板).")
final class ProfileCommand {

    /** {@code --version} asks for a profile's version here, so the usual help options are not mixed in. */
    @Command(name = "show",
            description = {"Print a resolved profile, its parents merged in: a summary, or everything as canonical JSON.",
                    "Needs no database."})
    int show(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--version", paramLabel = "V", description = "Exact version (default: the highest installed).") String version,
            @Option(names = "--format", defaultValue = "text") Formats format,
            @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help message and exit.") boolean help) {
        try (Installation installation = Installation.openWithoutDatabase(data.folder())) {
            ResolvedProfile profile = installation.bean(Profiles.class)
                    .requireInstalled(Optional.ofNullable(version).map(one -> id + "@" + one).orElse(id));
            System.out.println(format == Formats.JSON ? profile.json() : text(profile));
        }
        return Lantian.DONE;
    }

    private static String text(ResolvedProfile profile) {
        RegionalRules region = profile.region();
        StringBuilder text = new StringBuilder(profile.ref() + "\t" + profile.metadata().name() + "\n散列值 "
                + profile.hash() + "\n继承 " + String.join(" ← ", profile.lineage().stream().map(Object::toString).toList())
                + "\n表格 " + profile.tables().size() + "，诊断规则 " + profile.diagnosisRules().size() + "，排放限值 "
                + profile.limits().size() + "，工艺清单 " + profile.techniqueLists().size() + "，角色词 "
                + (profile.grammar().roleLabels().size() + profile.grammar().roleVerbs().size()) + "，读取样例 "
                + profile.grammar().samples().size() + "\n章节 " + region.sections().size() + "，词汇 "
                + region.vocabularies().size() + "，指标 " + region.indicators().size() + "，目标规则 "
                + region.targetRules().size() + "，目标表 " + region.targetSets().size() + "，任务 "
                + region.taskPatterns().size() + "，分级 " + region.gradeSchemes().size() + "，报送 " + region.duties().size()
                + "，措施 " + region.consequences().size() + "，文书 " + region.letters().size() + "，地方限值 "
                + region.limits().size() + "，设置 " + region.settings().size() + "\n");
        for (TemplateSection section : region.sections()) {
            text.append(section.parent().isPresent() ? "    " : "  ").append(section.heading()).append("\t")
                    .append(section.node().map(node -> "→ " + node).orElse("补充：" + section.supplement())).append('\n');
        }
        region.vocabularies().forEach(vocabulary -> vocabulary.terms().forEach(term -> text.append("  ")
                .append(term.word()).append(" ⇄ ").append(term.type().term()).append('\n')));
        return text.toString().stripTrailing();
    }
}
