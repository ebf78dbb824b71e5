package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.lantian.file.FileStore;
import org.lantian.plan.readback.Proposal;
import org.lantian.plan.readback.ReadBack;
import org.lantian.plan.readback.ReadBacks;

/** Reads an edited Word file of a plan back. */
@Command(name = "read-back", mixinStandardHelpOptions = true,
        description = {"Read an edited Word file of a plan back (读回): lists each edit with its number.",
                "With --accept or --accept-all the edits are taken over; the others stay open for the API."})
final class PlanReadBackCommand implements Callable<Integer> {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Which edits are taken over. */
    private static final class Accepted {
        @Option(names = "--accept", split = ",", paramLabel = "N", description = "Numbers of edits to take over.")
        private List<Integer> numbers = new ArrayList<>();
        @Option(names = "--accept-all", description = "Take over every edit that can be; notes stay open.")
        private boolean all;
    }

    @Mixin
    private TenantOption tenant;
    @Option(names = "--plan", required = true, paramLabel = "ID", description = "The plan.")
    private long plan;
    @Parameters(paramLabel = "FILE")
    private Path file;
    @ArgGroup
    private Accepted accepted = new Accepted();
    @Option(names = "--format", defaultValue = "text", description = "text or json (default text).")
    private Formats format;

    @Override
    public Integer call() {
        List<Proposal> proposals = tenant.writing(this::readBack);
        if (format == Formats.JSON) {
            Formats.print(proposals.stream().map(one -> Formats.object("no", one.ordinal() + 1, "kind",
                    one.edit().kind().name(), "state", one.state().name(), "place", one.edit().place(), "before",
                    one.edit().before(), "after", one.edit().after())).toList());
            return Lantian.DONE;
        }
        proposals.forEach(one -> System.out.println((one.ordinal() + 1) + "\t" + one.edit().kind() + "\t" + one.state() + "\t"
                + one.edit().place() + line("  - ", one.edit().before()) + line("  + ", one.edit().after())));
        System.err.println("修改 " + proposals.size() + " 处，已采纳 "
                + proposals.stream().filter(one -> one.state() == Proposal.State.ACCEPTED).count() + " 处");
        return Lantian.DONE;
    }

    private List<Proposal> readBack(Installation installation) {
        ReadBacks readBacks = installation.bean(ReadBacks.class);
        byte[] content = PlanFiles.bytes(file);
        long stored = installation.bean(FileStore.class).save(file.getFileName().toString(), WORD, content).id();
        ReadBack read = readBacks.read(plan, stored);
        List<Long> wanted = readBacks.proposals(List.of(read.id())).getOrDefault(read.id(), List.of()).stream()
                .filter(one -> accepted.all ? one.edit().kind() != org.lantian.plan.readback.Edit.Kind.NOTE
                        : accepted.numbers.contains(one.ordinal() + 1))
                .map(Proposal::id).toList();
        if (!wanted.isEmpty()) {
            readBacks.decide(read.id(), wanted, List.of());
        }
        return readBacks.proposals(List.of(read.id())).getOrDefault(read.id(), List.of());
    }

    private static String line(String sign, String text) {
        return text.isEmpty() ? "" : "\n" + sign + text.replace("\n", "\n    ");
    }
}
