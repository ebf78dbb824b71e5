package org.lantian.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.Verdict;
import org.lantian.host.LoadedPlugins;
import org.lantian.host.PluginHost;
import org.lantian.host.PluginStatus;

/**
 * A zip as the host loaded it, twice.
 *
 * @param status what the host says of it
 * @param contribution what the plugin itself says; empty if it could not be read
 * @param profile its resolved profile, of the first load
 * @param again its resolved profile, of a second load with new class loaders
 * @param verdicts of all rules on all sample enterprises
 * @param yaml text of each {@code profile/*.yaml}
 * @param commonWords words that are no names
 */
record CheckedPlugin(Path zip, PluginStatus status, Optional<ProfileContribution> contribution,
        Optional<ResolvedProfile> profile, Optional<ResolvedProfile> again, List<Verdict> verdicts,
        Map<String, String> yaml, Set<String> commonWords) {

    static CheckedPlugin load(Path zip, List<Path> parents, Set<String> commonWords) throws IOException {
        List<Path> zips = new ArrayList<>(List.of(zip));
        // the zip itself may be among the parents, when several are verified together
        parents.stream().filter(parent -> !parent.toAbsolutePath().normalize().equals(zip.toAbsolutePath().normalize()))
                .forEach(zips::add);
        Set<String> trusted = new HashSet<>();
        for (Path file : zips) {
            if (Files.isRegularFile(file)) {
                trusted.add(CanonicalJson.sha256(Files.readAllBytes(file)));
            }
        }
        try (LoadedPlugins first = PluginHost.load(zips, trusted); LoadedPlugins second = PluginHost.load(zips, trusted)) {
            PluginStatus status = first.statuses().getFirst();
            boolean active = status.state() == PluginStatus.State.ACTIVE;
            Optional<ResolvedProfile> profile = status.ref().filter(_ -> active).flatMap(first::find);
            return new CheckedPlugin(zip, status, status.ref().flatMap(first::findContribution), profile,
                    status.ref().filter(_ -> active).flatMap(second::find),
                    profile.map(RuleCheck::verdicts).orElse(List.of()), yaml(zip), commonWords);
        }
    }

    ProfileContribution requireContribution() {
        return contribution.orElseThrow();
    }

    ResolvedProfile requireProfile() {
        return profile.orElseThrow();
    }

    private static Map<String, String> yaml(Path zip) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!Files.isRegularFile(zip)) {
            return texts;
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> entries = file.stream()
                    .filter(entry -> entry.getName().matches("profile/[^/]+\\.yaml")).toList();
            for (ZipEntry entry : entries) {
                texts.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (java.util.zip.ZipException _) {
            // the host says so
            return Map.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return texts;
    }
}
