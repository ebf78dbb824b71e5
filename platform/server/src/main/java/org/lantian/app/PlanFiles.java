package org.lantian.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.document.SourceDocuments;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.PlanReader;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.source.SourceDocument;
import org.lantian.profile.Profiles;

/** Options and work that the commands over plan files share; they need no database. */
final class PlanFiles {

    /** A file, and the plan that was read from it. */
    record Reading(Path file, SourceDocument source, ReadPlan plan) {
    }

    @Option(names = "--profile", paramLabel = "P", description = "Profile whose grammar is used: id or id@version (default national).")
    private String profile = "national";
    @Option(names = "-o", paramLabel = "DIR", description = "Write <file name>.json for each file into this folder.")
    private Path folder;

    boolean toFolder() {
        return folder != null;
    }

    /** Reads every file; files that cannot be read end the command before anything is written. */
    <T> List<T> read(DataOption data, List<Path> files, Function<Context, T> work) {
        if (files.isEmpty()) {
            throw DomainException.badRequest("FILE_MISSING", "没有指定文件。");
        }
        try (Installation installation = Installation.openWithoutDatabase(data.folder())) {
            ResolvedProfile resolved = installation.bean(Profiles.class).requireInstalled(profile);
            List<Reading> readings = readAll(files, resolved);
            return readings.stream().map(reading -> work.apply(new Context(reading, resolved))).toList();
        }
    }

    /** A reading with the profile it was read with. */
    record Context(Reading reading, ResolvedProfile profile) {
    }

    /** Writes one result into the folder and prints the file's name. */
    void write(Path source, Object json) {
        Path target = folder.resolve(source.getFileName() + ".json");
        writeText(target, Formats.text(json) + "\n");
        System.out.println(target);
    }

    /** Writes a file, making the folders above it. */
    static void writeText(Path target, String text) {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, making the folders above it. */
    static void write(Path target, byte[] content) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, content);
        } catch (IOException fault) {
            throw new UncheckedIOException("文件“" + target + "”不能写入：" + fault.getMessage(), fault);
        }
    }

    /** All files that cannot be read are named at once. */
    private static List<Reading> readAll(List<Path> files, ResolvedProfile profile) {
        List<Reading> readings = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path file : files) {
            try {
                readings.add(read(file, profile));
            } catch (DomainException fault) {
                if (files.size() == 1) {
                    throw fault;
                }
                refused.add(fault.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            throw DomainException.badRequest("FILES_REFUSED",
                    refused.size() + "个文件不能读取，没有输出任何结果：\n" + String.join("\n", refused));
        }
        return readings;
    }

    private static Reading read(Path file, ResolvedProfile profile) {
        SourceDocument source = SourceDocuments.read(file.getFileName().toString(), bytes(file));
        return new Reading(file, source, PlanReader.read(source, profile.grammar(), profile.ref().toString()));
    }

    /** @throws DomainException BAD_REQUEST if there is no such file */
    static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw DomainException.badRequest("FILE_MISSING", "没有文件“" + file + "”。");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("文件“" + file + "”不能读取：" + fault.getMessage(), fault);
        }
    }
}
