package org.lantian.app;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.diagnosis.Diagnosis;
import org.lantian.diagnosis.DiagnosisSummary;

/** Runs the profile's rules over the ledger. */
@Command(name = "diagnose", mixinStandardHelpOptions = true,
        description = "Judge the tenant's enterprises by the rules of its profile (问题诊断).")
final class DiagnoseCommand implements Callable<Integer> {

    @Mixin
    private TenantOption tenant;
    @Option(names = "--cluster", paramLabel = "C", description = "Only this cluster, by name (default: all).")
    private String cluster;
    @Option(names = "--format", defaultValue = "text", description = "text or json (default text).")
    private Formats format;

    @Override
    public Integer call() {
        DiagnosisSummary summary = tenant.writing(installation -> {
            Optional<Long> id = Optional.ofNullable(cluster).map(name -> ClusterNames.require(installation, name));
            return installation.bean(Diagnosis.class).run(id, Optional.empty());
        });
        if (format == Formats.JSON) {
            Formats.print(Formats.object("baseYear", summary.baseYear(), "enterprises", summary.enterprises(), "findings",
                    summary.findings().stream().map(rule -> Formats.object("rule", rule.ruleId(), "severity",
                            rule.severity().name().toLowerCase(Locale.ROOT), "count", rule.count())).toList(),
                    "unknowns", summary.unknowns(), "belowLimit", summary.belowLimit(), "added", summary.added(), "changed", summary.changed(), "removed",
                    summary.removed()));
        } else {
            summary.findings().forEach(rule -> System.out.println(
                    rule.ruleId() + "\t" + rule.severity().name().toLowerCase(Locale.ROOT) + "\t" + rule.count()));
            System.out.println(line(summary));
        }
        return Lantian.DONE;
    }

    static String line(DiagnosisSummary summary) {
        return summary.enterprises() + " 家企业，问题 " + summary.total() + " 个（新增 " + summary.added() + "、变更 "
                + summary.changed() + "、消除 " + summary.removed() + "），数据缺失 " + summary.unknowns() + " 项，年均值未超限（不足以判定稳定达标） "
                + summary.belowLimit() + " 项";
    }
}
