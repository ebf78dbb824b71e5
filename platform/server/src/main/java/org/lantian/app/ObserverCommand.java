package org.lantian.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.identity.Observers;

/** Observers of the installation, for the operator of the machine. */
@Command(name = "observer", mixinStandardHelpOptions = true,
        description = "Observers (观察员): a province or ministry that reads published plans and belongs to no tenant.")
final class ObserverCommand {

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Make an observer; prints its password.")
    int create(@Mixin DataOption data, @Option(names = "--name", required = true, paramLabel = "NAME") String name,
            @Option(names = "--region", defaultValue = "", paramLabel = "DIGITS",
                    description = "First digits of the region codes it may read, for example 64; all without it.") String region) {
        return data.inInstallation(installation -> {
            System.out.println(installation.bean(Observers.class).create(name, region));
            return Lantian.DONE;
        });
    }

    @Command(name = "reset-password", mixinStandardHelpOptions = true,
            description = "Give an observer a fresh password and void its tokens; prints the password.")
    int resetPassword(@Mixin DataOption data, @Option(names = "--name", required = true, paramLabel = "NAME") String name) {
        return data.inInstallation(installation -> {
            System.out.println(installation.bean(Observers.class).resetPassword(name));
            return Lantian.DONE;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the observers with their regions.")
    int list(@Mixin DataOption data) {
        return data.inInstallation(installation -> {
            installation.bean(Observers.class).list()
                    .forEach(one -> System.out.println(one.name() + "\t" + one.regionPrefix()));
            return Lantian.DONE;
        });
    }
}
