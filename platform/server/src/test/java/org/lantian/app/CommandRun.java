package org.lantian.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command as a script runs it.
 *
 * @param code exit code
 * @param out what it printed
 * @param error what it said on standard error
 */
record CommandRun(int code, String out, String error) {

    static CommandRun of(String... arguments) {
        PrintStream usualOut = System.out;
        PrintStream usualError = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Lantian.run(arguments);
            return new CommandRun(code, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualError);
        }
    }
}
