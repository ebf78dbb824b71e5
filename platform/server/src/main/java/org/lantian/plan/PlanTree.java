package org.lantian.plan;

import java.util.List;

import org.lantian.engine.document.Document;
import org.lantian.engine.quantity.Explanation;

/**
 * A plan frozen for ever: everything that is needed to print it again without ledger or profile.
 *
 * @param form version of this shape; clauses came with the second
 * @param number 发文字号; blank before it is issued
 * @param profile {@code id@version} it was made with
 * @param issuedOn ISO date; blank before it is issued
 * @param document every block's anchor is its clause's id
 * @param clauses in print order
 */
public record PlanTree(int form, long plan, String number, String issuedOn, String cluster, int baseYear, int termFrom,
        int termTo, String profile, String profileHash, Document document, List<FrozenClause> clauses,
        List<Explanation> explanations) {

    /** The shape that this version writes. */
    public static final int FORM = 2;

    public PlanTree {
        clauses = List.copyOf(clauses);
        explanations = List.copyOf(explanations);
    }
}
