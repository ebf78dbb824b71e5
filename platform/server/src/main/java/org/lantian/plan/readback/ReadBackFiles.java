package org.lantian.plan.readback;

import jakarta.inject.Singleton;

import org.lantian.file.FileUse;

/** Keeps files that were read back from being swept. */
@Singleton
final class ReadBackFiles implements FileUse {

    @Override
    public String table() {
        return "read_back";
    }
}
