package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.emission.Accounting;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/** Checks a measure's input and writes it with what was entered by hand. */
@Singleton
class MeasureStore {

    private final MeasureRows rows;
    private final ReductionRows reductions;
    private final LedgerFacts ledger;

    MeasureStore(MeasureRows rows, ReductionRows reductions, LedgerFacts ledger) {
        this.rows = rows;
        this.reductions = reductions;
        this.ledger = ledger;
    }

    /** What the subjects of inputs of one cluster are called. */
    record Names(String cluster, Map<Long, String> enterprises) {

        String subject(MeasureInput input) {
            return input.enterprise().map(enterprises::get).orElse(cluster);
        }
    }

    /** One look-up for all inputs of a cluster. */
    Names names(long cluster, List<MeasureInput> inputs) {
        List<Long> wanted = inputs.stream().flatMap(input -> enterprises(input).stream()).distinct().toList();
        return new Names(ledger.requireCluster(cluster).name(), ledger.names(cluster, wanted));
    }

    private static Collection<Long> enterprises(MeasureInput input) {
        return input.enterprise().<Collection<Long>>map(List::of).orElse(input.members());
    }

    /** @throws UserErrorsException for what its sender can mend */
    long insert(MeasureInput input, Names names, boolean imported) {
        check(input, names);
        long id = rows.insert(input, names.subject(input), imported);
        reductions.insert(Map.of(id, entered(input)));
        return id;
    }

    /**
     * @return whether the row was still at that version
     * @throws UserErrorsException for what its sender can mend
     */
    boolean update(long id, int rowVersion, MeasureInput input, Names names) {
        check(input, names);
        boolean updated = rows.update(id, rowVersion, input, names.subject(input));
        if (updated) {
            reductions.replace(Map.of(id, entered(input)));
        }
        return updated;
    }

    private static Reduction entered(MeasureInput input) {
        Map<Pollutant, Part> parts = new EnumMap<>(Pollutant.class);
        input.reductions().forEach((pollutant, tonnes) -> parts.put(pollutant, Part.manual(tonnes)));
        return new Reduction(parts, parts.isEmpty() ? input.total() : Optional.empty());
    }

    private static void accounts(MeasureInput input, List<UserError> errors) {
        Set<String> seen = new HashSet<>();
        if (!input.accounts().isEmpty() && input.enterprise().isEmpty()) {
            errors.add(UserError.of("accounts", "ACCOUNTING_NEEDS_ENTERPRISE", "按系数或物料衡算核算的任务须是一家企业的任务。"));
        }
        for (Accounting account : input.accounts()) {
            String what = (account.unit().isBlank() ? "" : "“" + account.unit() + "”") + account.pollutant().term();
            if (!account.method().fits(account.pollutant())) {
                errors.add(UserError.of("accounts", "ACCOUNTING_POLLUTANT", account.method().term() + "不能核算"
                        + account.pollutant().term() + "：物料衡算法只用于VOCs，硫平衡法只用于SO2。"));
            }
            boolean alsoWhole = !account.unit().isBlank() && input.accounts().stream()
                    .anyMatch(one -> one.unit().isBlank() && one.pollutant() == account.pollutant());
            if (alsoWhole) {
                errors.add(UserError.of("accounts", "ACCOUNTING_REPEATED", what + "既按全厂又按单元核算：同一排放量只计一次，请统一核算单元。"));
            }
            if (!seen.add(account.unit().strip() + "/" + account.pollutant())) {
                errors.add(UserError.of("accounts", "ACCOUNTING_REPEATED", what + "核算了两次：同一单元的同一污染物只计一次。"));
            }
            if (input.total().isPresent() || input.reductions().containsKey(account.pollutant())) {
                errors.add(UserError.of("accounts", "ACCOUNTING_AND_ENTERED", what + "的减排量不能既填报又核算。"));
            }
        }
    }

    private static void check(MeasureInput input, Names names) {
        List<UserError> errors = new ArrayList<>();
        boolean tasks = Arrays.stream(TaskAspect.values()).anyMatch(aspect -> !input.task(aspect).isEmpty());
        if (input.type() == UpgradeType.CLOSURE && tasks) {
            errors.add(UserError.of("tasks", "CLOSURE_HAS_TASKS", "提升类型为“淘汰关停”的不填改造任务。"));
        }
        if (Stream.concat(input.reductions().values().stream(), input.total().stream())
                .anyMatch(tonnes -> tonnes.signum() < 0)) {
            errors.add(UserError.of("reductions", "REDUCTION_NEGATIVE", "减排量不应小于0吨。"));
        }
        if (input.targets().stream().anyMatch(target -> target.concentration().signum() < 0)) {
            errors.add(UserError.of("targets", "CONCENTRATION_NEGATIVE", "目标浓度不应小于0毫克/立方米。"));
        }
        accounts(input, errors);
        if (!names.enterprises().keySet().containsAll(enterprises(input))) {
            errors.add(UserError.of("enterpriseId", "ENTERPRISE_NOT_IN_CLUSTER", "所选企业不在该集群的台账中。"));
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
    }
}
