package org.lantian.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.lantian.common.DomainException;

/** Converts .doc with LibreOffice, where that is installed; Lantian has no reader of its own for it. */
final class OldWord {

    private static final long SECONDS = 60;

    private OldWord() {
    }

    static byte[] toDocx(String name, byte[] content) {
        Path office = office().orElseThrow(() -> DomainException.badRequest("DOCUMENT_OLD_FORMAT",
                "文件“" + name + "”是旧版 .doc 格式，本机没有安装 LibreOffice，不能转换。请在文字处理软件中另存为 .docx 后再读取。"));
        try {
            Path folder = Files.createTempDirectory("lantian-doc");
            try {
                return convert(office, folder, name, content);
            } finally {
                delete(folder);
            }
        } catch (IOException fault) {
            throw damaged(name);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw damaged(name);
        }
    }

    private static byte[] convert(Path office, Path folder, String name, byte[] content)
            throws IOException, InterruptedException {
        Path source = folder.resolve("source.doc");
        Files.write(source, content);
        Process process = new ProcessBuilder(office.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--convert-to", "docx", "--outdir", folder.toString(), source.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Path result = folder.resolve("source.docx");
        if (!Files.isRegularFile(result)) {
            throw damaged(name);
        }
        return Files.readAllBytes(result);
    }

    private static Optional<Path> office() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> List.of("soffice", "libreoffice").stream().map(program -> Path.of(folder, program)))
                .filter(Files::isExecutable).findFirst();
    }

    private static DomainException damaged(String name) {
        return DomainException.badRequest("DOCUMENT_DAMAGED", "文件“" + name + "”无法转换：不是 Word 文档，或已损坏、设有密码。");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
