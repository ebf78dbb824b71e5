package org.lantian.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/** The kit as a vendor uses it. */
class NingxiaProfileTest extends ProfileTck {

    @TempDir
    private static Path folder;

    @Override
    protected Path zip() {
        try {
            return BuiltZips.write(folder.resolve("ningxia.zip"), BuiltZips.entries("ningxia"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
