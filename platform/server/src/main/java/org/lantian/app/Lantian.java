package org.lantian.app;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
                "3 the database or the environment is not ready; 4 refused (not found, conflict, not allowed); 5 internal."})
public final class Lantian implements Callable<Integer> {

    /** In the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("tenant", TenantCommand.class);
        COMMANDS.put("user", UserCommand.class);
        COMMANDS.put("observer", ObserverCommand.class);
        COMMANDS.put("token", TokenCommand.class);
        COMMANDS.put("template", TemplateCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("ledger", LedgerCommand.class);
        COMMANDS.put("diagnose", DiagnoseCommand.class);
        COMMANDS.put("finding", FindingCommand.class);
        COMMANDS.put("measure", MeasureCommand.class);
        COMMANDS.put("plan", PlanCommand.class);
        COMMANDS.put("profile", ProfileCommand.class);
        COMMANDS.put("plugin", PluginCommand.class);
    }

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
        return commandLine(arguments).execute(arguments);
    }

    /** Knows the command that is called alone, since each costs time to describe; all of them for help and misspellings. */
    private static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Lantian());
        Class<?> called = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (called == null) {
            COMMANDS.forEach(line::addSubcommand);
        } else {
            line.addSubcommand(arguments[0], called);
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Lantian::report);
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
