package org.lantian.app;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.identity.Accounts;
import org.lantian.identity.Tokens;
import org.lantian.tenancy.TenantCode;

/** Prints a bearer token, for scripts on the same machine. */
@Command(name = "token", mixinStandardHelpOptions = true,
        description = "Print a bearer token of a user, for scripts on this machine (令牌).")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;
    @Option(names = "--tenant", required = true)
    private String tenant;
    @Option(names = "--user", defaultValue = "admin", description = "User name (default admin).")
    private String user;

    @Override
    public Integer call() {
        return data.inInstallation(installation -> {
            Accounts.Identified identified = installation.bean(Accounts.class).identify(new TenantCode(tenant), user);
            System.out.println(installation.bean(Tokens.class).issue(identified));
            return Lantian.DONE;
        });
    }
}
