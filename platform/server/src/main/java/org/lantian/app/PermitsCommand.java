package org.lantian.app;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.engine.quantity.Decimals;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.PermitComparison;
import org.lantian.ledger.PermitHolder;

/** 台账—许可—实际 of many enterprises. */
@Command(name = "permits", mixinStandardHelpOptions = true,
        description = {"Compare ledger, permit and reality (台账—许可—实际): enterprise, item, ledger, permitted, actual,",
                "unit, conclusion, text; ? where an amount is missing."})
final class PermitsCommand implements Callable<Integer> {

    @Mixin
    private TenantOption tenant;
    @Option(names = "--cluster", paramLabel = "C", description = "Only this cluster (default: all).")
    private String cluster;
    @Option(names = "--year", paramLabel = "Y", description = "Year of the figures (default: the base year).")
    private Integer year;

    @Override
    public Integer call() {
        tenant.<List<LedgerEntry>>reading(installation -> {
            Ledger ledger = installation.bean(Ledger.class);
            int wanted = Optional.ofNullable(year).orElseGet(ledger::requireBaseYear);
            return cluster == null ? ledger.list(wanted) : ledger.list(wanted, ClusterNames.require(installation, cluster));
        }).forEach(PermitsCommand::print);
        return Lantian.DONE;
    }

    private static void print(LedgerEntry entry) {
        PermitHolder holder = PermitHolder.of(entry.enterprise());
        String name = entry.enterprise().name();
        System.out.println(String.join("\t", name, "许可证编号", holder.creditCode().orElse("?"),
                holder.permitNumber().orElse("?"), "", "", holder.conclusion().name(), holder.text()));
        PermitComparison.of(entry).forEach(one -> System.out.println(String.join("\t", name, one.item(),
                amount(one.ledger()), amount(one.permitted()), amount(one.actual()), one.unit(),
                one.conclusion().name(), one.text())));
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(Decimals::print).orElse("?");
    }
}
