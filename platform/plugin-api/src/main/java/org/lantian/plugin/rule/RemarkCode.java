package org.lantian.plugin.rule;

/** What a plan check may remark 校核意见. Append-only: a code never changes its meaning and is never removed. */
public enum RemarkCode {
    /** An enterprise of table 1 has no row in another table. */
    ENTERPRISE_MISSING_IN_TABLE,
    /** A table names an enterprise that table 1 does not have. */
    ENTERPRISE_EXTRA_IN_TABLE,
    /** No yearly goal can be read out of the goal clause. */
    GOAL_UNREADABLE,
    /** Table 4 has measures in a year for which the goal clause states nothing. */
    GOAL_YEAR_MISSING,
    /** The goal clause states a goal for a year in which table 4 has no measure. */
    GOAL_YEAR_WITHOUT_MEASURES,
    /** The goal clause states one year twice. */
    GOAL_YEAR_REPEATED,
    /** The number of enterprises of an upgrade type differs from table 4. */
    GOAL_COUNT_DIFFERS,
    /** The tonnes of a year differ from the sum of table 4. */
    GOAL_TONNES_DIFFER,
    /** The tonnes of a year are table 4's sum, rounded. */
    GOAL_TONNES_ROUNDED,
    /** The goal clause does not say how many reductions are still unknown. */
    GOAL_PENDING_DIFFERS,
    /** A measure has no deadline. */
    DEADLINE_MISSING,
    /** A deadline lies outside of the plan's term. */
    DEADLINE_OUTSIDE_TERM
}
