package org.lantian.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.lantian.tck.PromiseResult.Outcome;

/**
 * The test kit as a JUnit class, one test for each promise. A vendor subclasses it; the build makes the zip before it tests.
 *
 * <pre>{@code
 * class HubeiProfileTest extends ProfileTck {
 * }
 * }</pre>
 */
public abstract class ProfileTck {

    private static final Map<Class<?>, KitReport> REPORTS = new ConcurrentHashMap<>();

    /** The zip to check; the only one in {@code target} by default. */
    protected Path zip() {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> zips = files.filter(file -> file.toString().endsWith(".zip")).toList();
            Assertions.assertEquals(1, zips.size(), "target中应恰好有一个插件zip，实有" + zips + "；先打包，或覆盖zip()。");
            return zips.getFirst();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Zips that the profile extends, besides the national one. */
    protected List<Path> parents() {
        return List.of();
    }

    /** Words that are no names although they look like one. */
    protected Set<String> commonWords() {
        return Set.of();
    }

    @Test
    @DisplayName("accepted: 宿主接受插件")
    final void isAcceptedByTheHost() {
        keeps(Promise.ACCEPTED);
    }

    @Test
    @DisplayName("ids: 标识符合规则")
    final void writesIdsAsAgreed() {
        keeps(Promise.IDS);
    }

    @Test
    @DisplayName("units: 单位写法规范")
    final void writesUnitsAsAgreed() {
        keeps(Promise.UNITS);
    }

    @Test
    @DisplayName("sources: 逐条注明出处")
    final void citesASourceForEveryRule() {
        keeps(Promise.SOURCES);
    }

    @Test
    @DisplayName("mapping: 章节全部对应大纲")
    final void mapsEverySectionOntoTheOutline() {
        keeps(Promise.MAPPING);
    }

    @Test
    @DisplayName("crosswalk: 分类用词可逆")
    final void leadsEveryClassWordToAnUpgradeTypeAndBack() {
        keeps(Promise.CROSSWALK);
    }

    @Test
    @DisplayName("bands: 分档不漏不叠")
    final void holdsEveryBaseValueInOneBand() {
        keeps(Promise.BANDS);
    }

    @Test
    @DisplayName("templates: 文本没有未定的名称")
    final void composesWithoutAnOpenName() {
        keeps(Promise.TEMPLATES);
    }

    @Test
    @DisplayName("grammar: 语法读懂自己的样例")
    final void readsItsOwnSamples() {
        keeps(Promise.GRAMMAR);
    }

    @Test
    @DisplayName("rules: 规则总能得出结论")
    final void judgesAnyEnterprise() {
        keeps(Promise.RULES);
    }

    @Test
    @DisplayName("determinism: 结果每次相同")
    final void givesTheSameEveryTime() {
        keeps(Promise.DETERMINISM);
    }

    @Test
    @DisplayName("names: 不写县、人、企业名称")
    final void namesNoPlacePersonOrEnterprise() {
        keeps(Promise.NAMES);
    }

    private void keeps(Promise promise) {
        PromiseResult result = REPORTS.computeIfAbsent(getClass(), _ -> PluginKit.usual().withParents(parents())
                .withCommonWords(commonWords()).verify(zip())).result(promise);
        Assumptions.assumeTrue(result.outcome() != Outcome.UNCHECKED, "插件未被接受，无法检查：见accepted。");
        if (result.outcome() == Outcome.BROKEN) {
            Assertions.fail(promise.title() + "：\n" + result.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
    }
}
