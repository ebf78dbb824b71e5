package org.lantian.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.document.IssueForm;

/**
 * What the issuing office gives for the form of an issued plan; number and dates follow from the issue itself. Blank parts
 * are not printed.
 */
public record IssueTexts(String authority, String addressee, List<String> annexes, String signatory, String note,
        String copies, String printedBy) {

    private static final int LONGEST_HEAD = 40;
    private static final int LONGEST = 500;

    public IssueTexts {
        annexes = List.copyOf(annexes);
    }

    /** Without a form: the number stands below the title. */
    public static IssueTexts none() {
        return new IssueTexts("", "", List.of(), "", "", "", "");
    }

    /** @throws UserErrorsException naming each part that is too long to be printed */
    Optional<IssueForm> form(String number, LocalDate on) {
        List<UserError> errors = new java.util.ArrayList<>();
        check("authority", authority, LONGEST_HEAD, errors);
        check("addressee", addressee, LONGEST, errors);
        check("signatory", signatory, LONGEST, errors);
        check("note", note, LONGEST, errors);
        check("copies", copies, LONGEST, errors);
        check("printedBy", printedBy, LONGEST_HEAD, errors);
        annexes.forEach(annex -> check("annexes", annex, LONGEST, errors));
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
        return equals(none()) ? Optional.empty()
                : Optional.of(new IssueForm(authority, number, addressee, annexes, signatory,
                        signatory.isBlank() ? Optional.empty() : Optional.of(on), note, copies, printedBy,
                        printedBy.isBlank() ? Optional.empty() : Optional.of(on)));
    }

    private static void check(String field, String text, int longest, List<UserError> errors) {
        if (text.length() > longest) {
            errors.add(UserError.of(field, "TEXT_LENGTH", "最多 " + longest + " 个字。"));
        }
    }
}
