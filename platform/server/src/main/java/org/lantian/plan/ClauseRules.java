package org.lantian.plan;

import java.util.List;
import java.util.Optional;

import org.lantian.common.DomainException;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.plan.draft.DraftClause.Kind;

/** What a person may make of a clause: where kinds may stand, and which text they may have. */
final class ClauseRules {

    private static final int LONGEST_CLAUSE = 20_000;

    private ClauseRules() {
    }

    /** @throws UserErrorsException if people do not add clauses of the kind */
    static void requireWritable(Kind kind) {
        if (kind != Kind.HEADING && kind != Kind.PARAGRAPH && kind != Kind.ITEM) {
            throw new UserErrorsException(List.of(new UserError(List.of("kind"), "CLAUSE_KIND_INVALID",
                    "只能插入标题、段落和条目。", List.of("HEADING", "PARAGRAPH", "ITEM"))));
        }
    }

    /** @throws UserErrorsException if a clause of the kind cannot stand there */
    static void requirePlace(Kind kind, Clause parent, long plan, Optional<Long> behind, ClauseOrder order) {
        if (parent.plan() != plan || parent.deleted()) {
            throw misplaced("parentId", "上级条款不在该方案中或已删除。");
        }
        boolean fits = switch (kind) {
            case HEADING, CHART -> parent.kind() == Kind.SECTION;
            case PARAGRAPH, ITEM -> parent.kind() == Kind.SECTION || parent.kind() == Kind.HEADING;
            case CHAPTER, SECTION, TABLE -> false;
        };
        if (!fits) {
            throw misplaced("parentId", "章、节和表的位置由大纲规定；标题和图放在节内，段落和条目放在节或标题下。");
        }
        if (behind.isPresent() && !order.contains(Optional.of(parent.id()), behind.get())) {
            throw misplaced("behindId", "前一条款不在同一上级之下。");
        }
    }

    static UserErrorsException misplaced(String field, String message) {
        return new UserErrorsException(List.of(UserError.of(field, "PLACE_INVALID", message)));
    }

    /** @throws DomainException FAILED_PRECONDITION if the clause has no words of its own */
    static void requireText(Clause clause) {
        if (clause.kind() == Kind.TABLE || clause.kind() == Kind.CHART) {
            throw DomainException.failedPrecondition("CLAUSE_NOT_TEXT", "表格和图由台账和提升任务生成，请在台账或任务中修改。");
        }
    }

    /** A person's text for a clause. */
    static String words(String text) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_CLAUSE) {
            throw new UserErrorsException(List.of(UserError.of("text", "TEXT_LENGTH",
                    "条款应有 1 至 " + LONGEST_CLAUSE + " 个字。")));
        }
        return words;
    }
}
