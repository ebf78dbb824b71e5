package org.lantian.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;

/**
 * What a plan is to cover.
 *
 * @param mark a line in the top margin of every page; blank for none
 * @param baseYear year of the ledger's figures
 */
public record PlanOrder(int baseYear, int termFrom, int termTo, String mark) {

    /** @throws UserErrorsException if the term is not one to three years after the base year */
    public PlanOrder {
        List<UserError> errors = new ArrayList<>();
        if (termFrom > termTo || termTo - termFrom > 2) {
            errors.add(UserError.of("termTo", "TERM_INVALID",
                    "方案期限" + termFrom + "—" + termTo + "年不符合大纲：应为一至三年。"));
        }
        if (baseYear < 2000 || baseYear > termFrom) {
            errors.add(UserError.of("baseYear", "BASE_YEAR_INVALID", "基准年" + baseYear + "应在2000年至期限首年之间。"));
        }
        if (mark.length() > 40) {
            errors.add(UserError.of("mark", "MARK_TOO_LONG", "页眉标注最多40个字。"));
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
        mark = mark.strip();
    }

    /** The usual order: the three years after the base year, unless years are given. */
    public static PlanOrder usual(int baseYear, Optional<Integer> termFrom, Optional<Integer> termTo, String mark) {
        int from = termFrom.orElse(baseYear + 1);
        return new PlanOrder(baseYear, from, termTo.orElse(from + 2), mark);
    }
}
