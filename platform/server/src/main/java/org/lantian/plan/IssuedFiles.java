package org.lantian.plan;

import jakarta.inject.Singleton;

import org.lantian.file.FileUse;

/** Keeps the files of issued documents from being swept. */
@Singleton
final class IssuedFiles implements FileUse {

    @Override
    public String table() {
        return "issued_document";
    }
}
