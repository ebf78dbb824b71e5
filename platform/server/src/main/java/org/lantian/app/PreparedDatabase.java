package org.lantian.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.DatabaseSettings;

/** Looks, before anything is started, whether the application's login reaches a database that was prepared. */
final class PreparedDatabase {

    private PreparedDatabase() {
    }

    /** @throws DomainException UNAVAILABLE if there is no connection, FAILED_PRECONDITION if nothing was applied yet */
    static void require(DatabaseSettings settings) {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT to_regclass('" + ControlSchema.NAME + ".tenant') IS NOT NULL")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw unprepared();
            }
        } catch (SQLException e) {
            boolean refused = String.valueOf(e.getSQLState()).startsWith("28");
            if (refused && settings.embedded()) {
                throw unprepared();
            }
            throw new DomainException(ErrorCategory.UNAVAILABLE, "DATABASE_UNREACHABLE",
                    (refused ? "数据库拒绝登录 " + settings.user() : "无法连接数据库 " + settings.url()) + "：" + e.getMessage());
        }
    }

    private static DomainException unprepared() {
        return new DomainException(ErrorCategory.UNAVAILABLE, "NOT_INSTALLED",
                "数据库尚未准备：请先运行 lantian tenant apply DIR（例如 tenants/），或运行 lantian demo。");
    }
}
