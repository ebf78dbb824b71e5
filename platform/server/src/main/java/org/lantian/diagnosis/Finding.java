package org.lantian.diagnosis;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A problem of an enterprise in a base year.
 *
 * @param content what was found, as the rule or the workbook says it
 * @param edit a person's words in its place
 * @param holds false once a later run no longer found it; only a finding that was decided on outlives that
 * @param changed whether its content changed since it was decided on
 * @param reason why it was waived, or a remark on the confirmation
 */
public record Finding(long id, long enterpriseId, int baseYear, FindingContent content, FindingOrigin origin,
        FindingState state, Optional<String> reason, Optional<String> decidedBy, Optional<OffsetDateTime> decidedAt,
        Optional<FindingEdit> edit, boolean holds, boolean changed, int rowVersion) {

    /** The content as it is to be printed. */
    public FindingContent shown() {
        return edit.map(content::with).orElse(content);
    }
}
