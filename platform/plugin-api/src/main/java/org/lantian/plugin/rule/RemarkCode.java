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
    DEADLINE_OUTSIDE_TERM,
    /** A number in a row of headings is missing. */
    HEADING_NUMBER_GAP,
    /** Two headings of one row have the same number, or it goes back. */
    HEADING_NUMBER_REPEATED,
    /** A heading is numbered in another style than its neighbours. */
    NUMBERING_STYLE,
    /** A heading stands at the end of a paragraph. */
    HEADING_IN_PARAGRAPH,
    /** A number in the row of items is missing. */
    ITEM_NUMBER_GAP,
    /** An item's number repeats or goes back. */
    ITEM_NUMBER_REPEATED,
    /** The text names another number of tasks than there are. */
    CLAIMED_COUNT_DIFFERS,
    /** A task says nobody, or lacks a role that its neighbours name. */
    ROLES_MISSING,
    /** A task has no roles of its own; those of a later task's block seem to be meant. */
    ROLES_SHARED,
    /** Two names stand together without a separator. */
    NAMES_UNSEPARATED,
    /** A date does not exist. */
    DATE_IMPOSSIBLE,
    /** A deadline's wording leaves open whether the day or month counts. */
    DEADLINE_FORM,
    /** One thing has two deadlines. */
    DEADLINE_CONFLICT,
    /** The parts of a quota do not add up to it. */
    QUOTA_DIFFERS,
    /** The total row of a table differs from the sum of its rows. */
    TABLE_TOTAL_DIFFERS,
    /** A number in a row does not follow from the others (difference, reduced value). */
    TABLE_ROW_DIFFERS,
    /** A percentage differs from the counts that it is drawn from. */
    RATIO_DIFFERS,
    /** A claim in words is not what the table shows. */
    WORDS_AGAINST_TABLE,
    /** The text states a total that the table does not have. */
    TEXT_TOTAL_DIFFERS,
    /** One indicator has two targets for the same time. */
    TARGET_CONFLICT,
    /** A target does not follow the band that its base value is in. */
    BAND_RULE_BROKEN,
    /** The bands leave values out. */
    BAND_GAP,
    /** Two bands hold the same value. */
    BAND_OVERLAP,
    /** A printed average differs from the average of the rows. */
    AVERAGE_DIFFERS,
    /** No usual method gives a printed average of rates. */
    AVERAGE_NOT_REPRODUCIBLE,
    /** A reduction is stated without the year that it is counted from. */
    BASE_YEAR_MISSING,
    /** A reduction is stated as a rate only, without tonnes. */
    REDUCTION_WITHOUT_TONNES,
    /** A sentence stands in two sections word for word. */
    TEXT_COPIED,
    /** A unit, pollutant or document number is not in its standard spelling. */
    SPELLING,
    /** Data of one kind are to be kept for two different times. */
    RETENTION_CONFLICT,
    /** One thing is to be done at two different intervals. */
    FREQUENCY_CONFLICT,
    /** Deadlines are left to a higher plan. */
    HIGHER_PLAN_DEADLINE,
    /** A task has neither a deadline nor a quantity. */
    TASK_UNMEASURABLE,
    /** One person leads more than half of the tasks. */
    PERSON_LOAD,
    /** A section has a heading and nothing else. */
    SECTION_EMPTY,
    /** A placeholder or an instruction of a template was left in. */
    INSTRUCTION_LEFT,
    /** Lines were not understood. */
    LINES_UNREAD,
    /** An enterprise has a problem that no measure answers and nobody waived. */
    FINDING_WITHOUT_MEASURE,
    /** A closure lists tasks of retrofit. */
    CLOSURE_WITH_TASKS,
    /** 做优做强 does not say to which grade it leads. */
    EXCELLENCE_WITHOUT_GRADE,
    /** 做优做强 leads to no better grade. */
    EXCELLENCE_GRADE_NOT_BETTER
}
