package org.lantian.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.identity.Accounts;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** Users of a tenant, for the operator of the machine. */
@Command(name = "user", mixinStandardHelpOptions = true, description = "Users of a tenant (用户).")
final class UserCommand {

    @Command(name = "reset-password", mixinStandardHelpOptions = true,
            description = "Give a user a fresh password and void the user's tokens; prints the password.")
    int resetPassword(@Mixin DataOption data, @Option(names = "--tenant", required = true) String tenant,
            @Option(names = "--user", defaultValue = "admin", description = "User name (default admin).") String user) {
        return data.inInstallation(installation -> {
            String password = installation.bean(Tenants.class).write(new TenantCode(tenant),
                    () -> installation.bean(Accounts.class).resetPassword(user));
            System.out.println(password);
            return Lantian.DONE;
        });
    }
}
