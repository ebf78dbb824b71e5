package org.lantian.app;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

import io.micronaut.context.exceptions.BeanInstantiationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserErrorsException;

/** The command line {@code lantian}. */
@Command(name = "lantian", mixinStandardHelpOptions = true, versionProvider = Lantian.Version.class,
        description = "Plans against air-polluting industrial clusters: write, check, issue (蓝天：涉气产业集群方案).",
        footer = {"", "Exit codes: 0 done; 1 the input has errors, nothing was written; 2 wrong usage;",
                "3 the database or the environment is not ready; 4 refused (not found, conflict, not allowed); 5 internal."},
        subcommands = {DemoCommand.class, ServeCommand.class, TenantCommand.class, UserCommand.class, ObserverCommand.class,
                TokenCommand.class, TemplateCommand.class, ImportCommand.class, ExportCommand.class, LedgerCommand.class, DiagnoseCommand.class,
                PlanCommand.class, ProfileCommand.class, PluginCommand.class})
public final class Lantian implements Callable<Integer> {

    static final int DONE = 0;
    static final int INPUT_ERRORS = 1;
    static final int NOT_READY = 3;
    static final int REFUSED = 4;
    static final int INTERNAL = 5;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Lantian() {
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Lantian.class.getPackage().getImplementationVersion();
            return new String[]{"lantian " + (version == null ? "0.1.0-SNAPSHOT" : version)};
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Lantian()).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Lantian::report);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return CommandLine.ExitCode.USAGE;
    }

    private static int report(Exception error, CommandLine command, ParseResult parsed) {
        Throwable cause = meant(error);
        if (cause instanceof DomainException domain) {
            command.getErr().println("lantian: " + domain.getMessage() + " [" + domain.code() + "]");
            return exitCode(domain);
        }
        if (cause instanceof UserErrorsException mistakes) {
            mistakes.errors().forEach(mistake -> command.getErr()
                    .println("lantian: " + mistake.message() + " [" + mistake.code() + "]"));
            return INPUT_ERRORS;
        }
        if (cause instanceof IllegalStateException || cause instanceof UncheckedIOException
                || cause instanceof IllegalArgumentException) {
            command.getErr().println("lantian: " + cause.getMessage());
            return NOT_READY;
        }
        command.getErr().println("lantian: 内部错误，详情如下（请连同版本号报告）。");
        error.printStackTrace(command.getErr());
        return INTERNAL;
    }

    /** What lies behind a failure to make a bean, and behind everything that only wraps a domain error. */
    private static Throwable meant(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException || cause instanceof UserErrorsException) {
                return cause;
            }
        }
        Throwable root = error;
        while (root instanceof BeanInstantiationException && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static int exitCode(DomainException error) {
        if (error.category() == ErrorCategory.UNAVAILABLE || "DATABASE_REFUSED".equals(error.code())
                || "OWNER_LOGIN_MISSING".equals(error.code())) {
            return NOT_READY;
        }
        return error.category() == ErrorCategory.BAD_REQUEST ? INPUT_ERRORS : REFUSED;
    }
}
