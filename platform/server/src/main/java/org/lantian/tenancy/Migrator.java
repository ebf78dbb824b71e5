package org.lantian.tenancy;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs Liquibase changelogs in one schema on an owner connection whose advisory lock the caller holds. */
final class Migrator {

    private Migrator() {
    }

    /** Brings {@code schema} up to date with the formatted SQL files, in their order. */
    static void migrate(Connection connection, String schema, List<String> files) {
        Map<String, Object> scope = new HashMap<>();
        scope.put(Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(Migrator.class.getClassLoader()));
        scope.put(Scope.Attr.ui.name(), new LoggerUIService());
        scope.put(Scope.Attr.logService.name(), new NoOpLogService());
        try {
            Database database = DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(schema);
            database.setLiquibaseSchemaName(schema);
            Scope.child(scope, () -> update(database, files));
        } catch (Exception e) {
            throw new MigrationFailedException("migration of schema " + schema + " failed: " + rootMessage(e), e);
        }
    }

    private static void update(Database database, List<String> files) throws Exception {
        DatabaseChangeLog all = new DatabaseChangeLog("lantian");
        ChangeLogParameters parameters = new ChangeLogParameters(database);
        all.setChangeLogParameters(parameters);
        var accessor = Scope.getCurrentScope().getResourceAccessor();
        for (String file : files) {
            DatabaseChangeLog part = ChangeLogParserFactory.getInstance().getParser(file, accessor).parse(file, parameters,
                    accessor);
            part.getChangeSets().forEach(all::addChangeSet);
        }
        CommandScope update = new CommandScope(UpdateCommandStep.COMMAND_NAME);
        update.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database);
        update.addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_ARG, all);
        update.addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters);
        update.addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "lantian");
        update.addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF);
        update.addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG);
        update.setOutput(java.io.OutputStream.nullOutputStream());
        update.execute();
    }

    private static String rootMessage(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
