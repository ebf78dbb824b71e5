package org.lantian.ledger;

import jakarta.inject.Singleton;

import org.lantian.file.FileUse;

/** Keeps the files of ledger imports from being swept. */
@Singleton
final class ImportedFiles implements FileUse {

    @Override
    public String table() {
        return "ledger_import";
    }
}
