package org.lantian.plan.region;

import jakarta.inject.Singleton;

import org.lantian.file.FileUse;

/** Keeps the source files of readings from being swept. */
@Singleton
final class ReadingFiles implements FileUse {

    @Override
    public String table() {
        return "plan_reading";
    }
}
