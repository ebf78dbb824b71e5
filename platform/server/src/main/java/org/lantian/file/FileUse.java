package org.lantian.file;

import java.util.Collection;
import java.util.Set;

/** Knows which files something still refers to; every feature that keeps ids of files implements it. */
public interface FileUse {

    /** Those of the files that are referred to; called inside the tenant's transaction. */
    Set<Long> used(Collection<Long> files);
}
