package org.lantian.diagnosis;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A problem of an enterprise in a base year.
 *
 * @param content what was found
 * @param reason why it was waived, or a remark on the confirmation
 */
public record Finding(long id, long enterpriseId, int baseYear, FindingContent content, FindingOrigin origin,
        FindingState state, Optional<String> reason, Optional<String> decidedBy,
        Optional<OffsetDateTime> decidedAt, int rowVersion) {
}
