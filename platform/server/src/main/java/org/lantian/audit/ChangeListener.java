package org.lantian.audit;

import java.util.Set;

/**
 * Is told what a transaction changed, just before it commits and inside of it; implemented by features whose content
 * rests on that of others.
 */
public interface ChangeListener {

    /** @param entities kinds of the things that the transaction noted changes of, for example {@code enterprise} */
    void changed(Set<String> entities);
}
