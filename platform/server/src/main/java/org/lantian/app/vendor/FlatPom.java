package org.lantian.app.vendor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A module's POM without its parent: versions written out, and only what one who depends on it needs. */
record FlatPom(String groupId, String artifactId, String version, String name, List<FlatPom.Needed> dependencies) {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** A dependency of scope compile or runtime. */
    record Needed(String groupId, String artifactId, String version, String scope) {
    }

    /**
     * Reads a module's POM.
     *
     * @param root the POM of the aggregator, whose properties and version it uses
     */
    static FlatPom of(byte[] module, byte[] root) {
        Element top = parse(root);
        Element own = parse(module);
        Map<String, String> properties = new HashMap<>();
        child(top, "properties").ifPresent(list -> children(list)
                .forEach(one -> properties.put(one.getTagName(), one.getTextContent().strip())));
        properties.put("project.version", text(top, "version"));
        properties.put("project.groupId", text(top, "groupId"));
        List<Needed> dependencies = child(own, "dependencies").map(FlatPom::children).orElse(List.of()).stream()
                .map(one -> new Needed(text(one, "groupId"), text(one, "artifactId"), resolved(text(one, "version"), properties),
                        child(one, "scope").map(scope -> scope.getTextContent().strip()).orElse("compile")))
                .filter(one -> one.scope().equals("compile") || one.scope().equals("runtime")).toList();
        return new FlatPom(text(top, "groupId"), text(own, "artifactId"), text(top, "version"), text(own, "name"), dependencies);
    }

    /** A property of the aggregator, for example {@code slf4j.version}. */
    static String property(byte[] root, String name) {
        return child(parse(root), "properties").flatMap(list -> child(list, name)).map(one -> one.getTextContent().strip())
                .orElseThrow(() -> new IllegalStateException("pom.xml has no property " + name));
    }

    String xml() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                    <name>%s</name>
                    <licenses>
                        <license>
                            <name>Apache-2.0</name>
                        </license>
                    </licenses>
                    <dependencies>
                """.formatted(groupId, artifactId, version, name));
        for (Needed one : dependencies) {
            xml.append("""
                            <dependency>
                                <groupId>%s</groupId>
                                <artifactId>%s</artifactId>
                                <version>%s</version>
                                <scope>%s</scope>
                            </dependency>
                    """.formatted(one.groupId(), one.artifactId(), one.version(), one.scope()));
        }
        return xml.append("    </dependencies>\n</project>\n").toString();
    }

    private static String resolved(String text, Map<String, String> properties) {
        return PROPERTY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(Optional.ofNullable(properties.get(match.group(1)))
                .orElseThrow(() -> new IllegalStateException("pom.xml: no property " + match.group(1)))));
    }

    private static Element parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException fault) {
            throw new IllegalStateException("a POM cannot be read: " + fault.getMessage(), fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream().filter(one -> one.getTagName().equals(name)).findFirst();
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(one -> one.getTextContent().strip())
                .orElseThrow(() -> new IllegalStateException("a POM has no " + name));
    }
}
