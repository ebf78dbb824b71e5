package org.lantian.diagnosis;

import java.util.List;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;

/**
 * What people decide on findings.
 *
 * @param reason why it was waived; blank on a confirmation
 */
public record FindingDecision(FindingState state, String reason) {

    private static final int LONGEST_REASON = 500;

    public static FindingDecision confirm() {
        return new FindingDecision(FindingState.CONFIRMED, "");
    }

    /** @throws UserErrorsException if the reason is blank or too long */
    public static FindingDecision waive(String reason) {
        String plain = reason.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_REASON) {
            throw new UserErrorsException(List.of(UserError.of("reason", "REASON_NEEDED",
                    "不采纳问题需要填写理由，1 至 " + LONGEST_REASON + " 个字。")));
        }
        return new FindingDecision(FindingState.WAIVED, plain);
    }

    String action() {
        return state == FindingState.WAIVED ? "finding.waived" : "finding.confirmed";
    }
}
