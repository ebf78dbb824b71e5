package org.lantian.common;

/** 角色: what a user may do in the tenant. */
public enum Role {
    /** 管理员: users, units, settings, and everything an editor may. */
    ADMINISTRATOR,
    /** 编制人: ledger, findings, measures, drafts. */
    PLANNER,
    /** 审核人: checks and comments. */
    REVIEWER,
    /** 签发人: issues plans. */
    LEADER,
    /** 只读. */
    VIEWER
}
