package org.lantian.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import picocli.CommandLine.Option;

/** The option that every command has: the data folder. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR",
            description = "Data folder of the embedded database (default: .lantian in the checkout).")
    private Path data;

    Path folder() {
        if (data != null) {
            return data.toAbsolutePath();
        }
        return home().resolve(".lantian");
    }

    /** The checkout or installation folder: property {@code lantian.home}, else {@code LANTIAN_HOME}. */
    static Path home() {
        String given = System.getProperty("lantian.home", System.getenv().getOrDefault("LANTIAN_HOME", ""));
        return Path.of(given.isBlank() ? "." : given).toAbsolutePath().normalize();
    }

    /** Runs the work as operator in the installation, which is closed afterwards. */
    <T> T inInstallation(Function<Installation, T> work) {
        return in(Installation.open(folder(), Map.of()), work);
    }

    /** The same, for work that prepares the database itself. */
    <T> T inUnprepared(Function<Installation, T> work) {
        return in(Installation.openUnprepared(folder(), Map.of()), work);
    }

    private static <T> T in(Installation opened, Function<Installation, T> work) {
        try (Installation installation = opened) {
            return Installation.asOperator(() -> work.apply(installation));
        }
    }
}
