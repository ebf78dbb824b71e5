package org.lantian.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.lantian.engine.json.CanonicalJson;

/**
 * A plugin's zip before anything in it is trusted. Only its central directory counts, and sizes are counted while
 * unpacking, not believed.
 */
record PluginZip(Path file, String sha256) {

    /** How much a zip may hold. */
    record Limits(long zipBytes, int entries, long unpackedBytes) {

        static final Limits USUAL = new Limits(20L << 20, 2_000, 64L << 20);
    }

    static PluginZip of(Path file, Limits limits) throws IOException, PluginRejection {
        if (!Files.isRegularFile(file)) {
            throw new PluginRejection("文件不存在。");
        }
        if (Files.size(file) > limits.zipBytes()) {
            throw new PluginRejection("文件过大：最多" + limits.zipBytes() + "字节。");
        }
        return new PluginZip(file, CanonicalJson.sha256(Files.readAllBytes(file)));
    }

    /**
     * Unpacks into an empty folder.
     *
     * @return whether the zip contains code
     */
    boolean unpack(Path target, Limits limits) throws IOException, PluginRejection {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            if (entries.size() > limits.entries()) {
                throw new PluginRejection("压缩包内有" + entries.size() + "个条目，最多" + limits.entries() + "个。");
            }
            Set<String> names = new HashSet<>();
            long left = limits.unpackedBytes();
            for (ZipEntry entry : entries) {
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new PluginRejection("压缩包内条目“" + entry.getName() + "”重复。");
                }
                left -= unpack(zip, entry, target, left, limits);
            }
            return names.stream().anyMatch(PluginZip::isCode);
        } catch (ZipException fault) {
            throw new PluginRejection("不是有效的zip文件：" + fault.getMessage());
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, Path target, long left, Limits limits)
            throws IOException, PluginRejection {
        Path place = place(target, entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return 0;
        }
        Files.createDirectories(place.getParent());
        long size = 0;
        byte[] buffer = new byte[8192];
        try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(place)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > left) {
                    throw new PluginRejection("压缩包解压后过大：最多" + limits.unpackedBytes() + "字节。");
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private static Path place(Path target, String name) throws PluginRejection {
        try {
            Path place = target.resolve(name).normalize();
            if (!name.contains("\\") && place.startsWith(target) && !place.equals(target)) {
                return place;
            }
        } catch (InvalidPathException _) {
            // falls through to the same answer
        }
        throw new PluginRejection("压缩包内条目“" + name + "”的路径不允许。");
    }

    private static boolean isCode(String lowerCaseName) {
        return lowerCaseName.endsWith(".class") || lowerCaseName.endsWith(".jar")
                || lowerCaseName.startsWith("classes/") || lowerCaseName.startsWith("lib/");
    }
}
