package org.lantian.app.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every unit that the role lines of the source documents name is declared. */
class SourceDocumentUnitsTest {

    private static final Path DOCUMENTS = Path.of("../../../shared/seeds");
    private static final Pattern ROLE_LINE = Pattern.compile("(?m)^(?:牵头|责任|配合)单位：(.+)$");
    private static final Pattern INLINE_ROLE = Pattern.compile("([^。；;：（(〔\\n]{2,60}?)(?:根据各自职能|按职能|分别)*(?:牵头|配合)");

    @Test
    void declaresTheUnitsOfXianyang() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String roles : find(document("001"), ROLE_LINE)) {
            named.addAll(roles.matches(".*、.*分局(（.*）)?") && !roles.contains("各") && !roles.contains("市")
                    ? branches(roles) : units(roles));
        }

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(words("xianyang")).containsAll(named);
    }

    @Test
    void declaresTheUnitsOfGuancheng() throws IOException {
        Set<String> named = new TreeSet<>();
        find(document("002"), ROLE_LINE).forEach(roles -> named.addAll(units(roles)));

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(words("guancheng")).containsAll(named);
    }

    @Test
    void declaresTheUnitsOfLiaocheng() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String roles : find(document("004").replaceAll("[\\n\\s]", ""), INLINE_ROLE)) {
            Stream.of(roles.split("[、,，和]")).filter(unit -> unit.matches("(市|国网).{2,14}(局|委|办公室|中心|支队|公司)"))
                    .forEach(named::add);
        }

        assertThat(named).hasSizeGreaterThan(12);
        assertThat(words("liaocheng")).containsAll(named);
    }

    private static String document(String number) throws IOException {
        assumeTrue(Files.isDirectory(DOCUMENTS), "the source documents are not beside the checkout");
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            Path file = files.filter(it -> it.getFileName().toString().startsWith(number)).findFirst().orElseThrow();
            return Files.readString(file);
        }
    }

    private static List<String> find(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1).strip());
        }
        return found;
    }

    private static List<String> units(String roles) {
        return roles.startsWith("各分局（") ? List.of(roles) : Stream.of(roles.split("[、，]")).map(String::strip).toList();
    }

    /** 秦都、高新、兴平分局 are three branches. */
    private static List<String> branches(String roles) {
        return Stream.of(roles.split("[、，]")).map(name -> name.endsWith("分局") ? name : name + "分局").toList();
    }

    private static Set<String> words(String tenant) {
        TenantFolder folder = TenantFolder.read(TenantFolderTest.TENANTS.resolve(tenant));
        Set<String> words = new HashSet<>();
        folder.units().forEach(unit -> {
            words.add(unit.name());
            words.addAll(unit.aliases());
        });
        folder.groups().forEach(group -> {
            words.add(group.name());
            words.addAll(group.aliases());
        });
        return words;
    }
}
