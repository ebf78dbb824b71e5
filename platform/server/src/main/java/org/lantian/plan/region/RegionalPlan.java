package org.lantian.plan.region;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A plan in its region's form.
 *
 * @param code stable id within the tenant
 * @param number 发文字号
 * @param state 征求意见稿, 印发 …; empty where the document says nothing
 * @param profile {@code id@version} whose template it follows
 */
public record RegionalPlan(long id, String code, String title, Optional<String> number, Optional<String> state,
        String issuer, Optional<LocalDate> issuedOn, int termFrom, int termTo, String profile, String profileHash,
        Origin origin, String sha256, int rowVersion) {

    /** Where a plan comes from. */
    public enum Origin {
        /** The tenant's folder. */
        DECLARED,
        /** A file that was read in. */
        READ
    }
}
