package org.lantian.graphql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

import io.micronaut.data.exceptions.OptimisticLockException;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;

/** What the database refuses for a reason that is no fault of the program, in words for people. */
final class SqlFaults {

    private SqlFaults() {
    }

    /** The domain error that an exception amounts to, if one of its causes is such a refusal. */
    static Optional<DomainException> find(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<DomainException> known = switch (cause) {
                case OptimisticLockException _ -> Optional.of(conflict());
                case SQLTransientConnectionException _ -> Optional.of(unavailable());
                case SQLException sql -> of(String.valueOf(sql.getSQLState()));
                default -> Optional.empty();
            };
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** By SQLSTATE; see PostgreSQL's appendix A. */
    private static Optional<DomainException> of(String state) {
        return switch (state) {
            case "57014" -> Optional.of(new DomainException(ErrorCategory.DEADLINE_EXCEEDED, "STATEMENT_TIMEOUT",
                    "查询超过时限，请缩小范围后重试。"));
            case "40001", "40P01" -> Optional.of(conflict());
            case "22021" -> Optional.of(DomainException.badRequest("TEXT_INVALID", "文本中含有不能保存的字符（如空字符）。"));
            case "53300", "57P01", "57P02", "57P03" -> Optional.of(unavailable());
            default -> state.startsWith("08") ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    private static DomainException conflict() {
        return DomainException.conflict("CONCURRENT_CHANGE", "另一操作同时修改了同一内容，请刷新后重试。");
    }

    private static DomainException unavailable() {
        return new DomainException(ErrorCategory.UNAVAILABLE, "DATABASE_UNAVAILABLE", "数据库暂时不可用，请稍后重试。");
    }
}
