package org.lantian.app.vendor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.lantian.engine.profile.ProfileResolver;
import org.lantian.host.PluginHost;
import org.lantian.plugin.RegionalProfile;
import org.lantian.tck.PluginKit;

/**
 * A Maven repository of files with what a plugin project needs of Lantian: plugin-api, engine, plugin-host and the test kit, as
 * they stand in this installation. Everything else comes from where Maven usually takes it.
 */
public final class VendorRepository {

    /** The modules, each by one of its types. */
    private static final List<Class<?>> MODULES = List.of(RegionalProfile.class, ProfileResolver.class, PluginHost.class, PluginKit.class);
    private static final long EPOCH = 1_767_225_600_000L;

    private final Path folder;
    private final byte[] root;

    private VendorRepository(Path folder, byte[] root) {
        this.folder = folder;
        this.root = root;
    }

    /**
     * Fills the folder, again if it is filled.
     *
     * @param installation the checkout, for its {@code pom.xml}
     * @return the repository
     */
    public static VendorRepository fill(Path folder, Path installation) {
        try {
            VendorRepository repository = new VendorRepository(folder, Files.readAllBytes(installation.resolve("pom.xml")));
            for (Class<?> module : MODULES) {
                repository.add(Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI()));
            }
            return repository;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Its address as Maven takes it. */
    public String url() {
        return folder.toUri().toString();
    }

    /** The version of the modules in it. */
    public String version() {
        return FlatPom.of(root, root).version();
    }

    /** A property of the installation's aggregator POM. */
    String property(String name) {
        return FlatPom.property(root, name);
    }

    /** From a jar, or from a folder of classes where the build has not packed yet. */
    private void add(Path place) throws IOException {
        boolean jar = Files.isRegularFile(place);
        FlatPom pom = FlatPom.of(jar ? pomInside(place) : Files.readAllBytes(place.resolve("../../pom.xml")), root);
        Path target = Files.createDirectories(folder.resolve(pom.groupId().replace('.', '/')).resolve(pom.artifactId()).resolve(pom.version()));
        String name = pom.artifactId() + "-" + pom.version();
        write(target.resolve(name + ".jar"), jar ? Files.readAllBytes(place) : packed(place));
        write(target.resolve(name + ".pom"), pom.xml().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pomInside(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.stream().filter(one -> one.getName().matches("META-INF/maven/org\\.lantian/[^/]+/pom\\.xml")).findFirst()
                    .orElseThrow(() -> new IllegalStateException(jar + " has no POM"));
            return file.getInputStream(entry).readAllBytes();
        }
    }

    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry = new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTime(EPOCH);
                jar.putNextEntry(entry);
                jar.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    /** Another build may be reading: a file is replaced whole, and only where it differs. */
    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        replace(file, content);
        replace(Path.of(file + ".sha1"), sha1(content).getBytes(StandardCharsets.US_ASCII));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "new-", ".tmp");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-1", fault);
        }
    }
}
