package org.lantian.file;

/** A table that refers to files; every feature that keeps ids of files declares its own as a bean. */
@FunctionalInterface
public interface FileUse {

    /** Name of a tenant's table with a column {@code file_id}; lower-case letters and underscores. */
    String table();
}
