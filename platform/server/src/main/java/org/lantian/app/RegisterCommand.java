package org.lantian.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.Clocks;
import org.lantian.common.DomainException;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.register.Register;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.ledger.register.RegisterRule;
import org.lantian.ledger.register.Registers;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.vocabulary.Pollutant;

/** Registers of enterprises. */
@Command(name = "register", mixinStandardHelpOptions = true,
        description = "Registers of enterprises (名录): list, show, declare, offered, adopt, add, end, derive.")
final class RegisterCommand {

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List the registers with how many enterprises stand on them today.")
    int list(@Mixin TenantOption tenant) {
        tenant.reading(installation -> {
            Registers registers = installation.bean(Registers.class);
            return registers.list().stream().map(register -> register.name() + "\t"
                    + registers.count(register.id(), Optional.of(today())) + " 家\t"
                    + (register.rule().isPresent() ? "规则判定" : "人工列入") + "\t" + register.description()).toList();
        }).forEach(System.out::println);
        return Lantian.DONE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "List who stands on a register, and why.")
    int show(@Mixin TenantOption tenant, @Option(names = "--register", required = true, paramLabel = "R") String register,
            @Option(names = "--on", paramLabel = "DAY", description = "On this day (default: today).") LocalDate on) {
        tenant.reading(installation -> {
            Registers registers = installation.bean(Registers.class);
            List<RegisterEntry> entries = registers.entries(registers.require(register).id(),
                    Optional.of(on == null ? today() : on), 0, Integer.MAX_VALUE);
            Map<Long, Enterprise> names = installation.bean(Ledger.class)
                    .enterprises(entries.stream().map(RegisterEntry::enterpriseId).toList());
            return entries.stream().map(entry -> line(names.get(entry.enterpriseId()).name(), entry)).toList();
        }).forEach(System.out::println);
        return Lantian.DONE;
    }

    private static String line(String name, RegisterEntry entry) {
        return String.join("\t", name, entry.from() + "至" + entry.to().map(LocalDate::toString).orElse("今"),
                entry.origin() == RegisterEntry.Origin.RULE ? "规则判定" : "人工列入", entry.source(), entry.reason());
    }

    @Command(name = "declare", mixinStandardHelpOptions = true,
            description = {"Make a register or change its source and rule; prints how many stand on it.",
                    "A rule is --holds with --because, or --emission; without one only people put enterprises on it."})
    int declare(@Mixin TenantOption tenant, @Option(names = "--register", required = true, paramLabel = "NAME") String name,
            @Option(names = "--source", defaultValue = "", paramLabel = "TEXT") String source,
            @Option(names = "--description", paramLabel = "TEXT") String description,
            @Option(names = "--subject", defaultValue = "ENTERPRISE", description = "One of ${COMPLETION-CANDIDATES}.") Subject subject,
            @Option(names = "--holds", paramLabel = "CEL") String holds,
            @Option(names = "--because", paramLabel = "TEXT", description = "The reason; {field.id} is replaced.") String because,
            @Option(names = "--emission", paramLabel = "POLLUTANT=TONNES", description = "PM, SO2, NOX or VOCS; one is enough.") Map<Pollutant, BigDecimal> emission) {
        Optional<RegisterRule> rule = rule(subject, holds, because, emission);
        System.out.println(tenant.<String>writing(installation -> {
            Registers registers = installation.bean(Registers.class);
            Optional<Register> known = registers.list().stream().filter(one -> one.name().equals(name.strip())).findFirst();
            Register register = known.map(one -> registers.revise(new Register(one.id(), one.name(),
                    description == null ? one.description() : description, source, rule, one.rowVersion())))
                    .orElseGet(() -> registers.create(name, description == null ? "" : description, source, rule));
            return register.name() + "\t" + registers.count(register.id(), Optional.of(today())) + " 家";
        }));
        return Lantian.DONE;
    }

    private static Optional<RegisterRule> rule(Subject subject, @Nullable String holds, @Nullable String because,
            @Nullable Map<Pollutant, BigDecimal> emission) {
        if (holds != null && emission != null || holds != null != (because != null)) {
            throw DomainException.badRequest("RULE_OPTIONS", "规则须写 --holds 和 --because，或只写 --emission。");
        }
        if (holds != null) {
            return Optional.of(new RegisterRule.Condition(subject, holds, because, List.of()));
        }
        return Optional.ofNullable(emission).map(EnumMap::new).map(RegisterRule.Emission::new);
    }

    @Command(name = "offered", mixinStandardHelpOptions = true,
            description = "List the registers that the profile founds: id, name, how entries come about, source, description.")
    int offered(@Mixin TenantOption tenant) {
        tenant.<List<RegisterSpec>>reading(installation -> installation.bean(Registers.class).ofProfile())
                .forEach(spec -> System.out.println(String.join("\t", spec.id(), spec.name(),
                        RegisterRule.of(spec).isPresent() ? "规则判定" : "人工列入", spec.source(), spec.description())));
        return Lantian.DONE;
    }

    @Command(name = "adopt", mixinStandardHelpOptions = true,
            description = "Take over a register of the profile with its rule; prints how many stand on it.")
    int adopt(@Mixin TenantOption tenant, @Option(names = "--id", required = true, paramLabel = "ID") String id) {
        System.out.println(tenant.<String>writing(installation -> {
            Registers registers = installation.bean(Registers.class);
            Register register = registers.adopt(id);
            return register.name() + "\t" + registers.count(register.id(), Optional.of(today())) + " 家";
        }));
        return Lantian.DONE;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Put enterprises on a register.")
    int add(@Mixin TenantOption tenant, @Option(names = "--register", required = true, paramLabel = "R") String register,
            @Option(names = "--enterprise", required = true, paramLabel = "E") List<String> enterprises,
            @Option(names = "--from", paramLabel = "DAY", description = "First day (default: today).") LocalDate from,
            @Option(names = "--to", paramLabel = "DAY", description = "Last day that still counts.") LocalDate to,
            @Option(names = "--source", required = true, paramLabel = "TEXT") String source,
            @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT") String reason) {
        int added = tenant.<Integer>writing(installation -> {
            Registers registers = installation.bean(Registers.class);
            List<Long> ids = enterprises.stream().map(
                    name -> EnterpriseOption.require(installation, name, Optional.empty()).requireId()).toList();
            return registers.add(registers.require(register).id(), ids, from == null ? today() : from,
                    Optional.ofNullable(to), source, reason).size();
        });
        System.out.println("列入“" + register + "” " + added + " 家");
        return Lantian.DONE;
    }

    @Command(name = "end", mixinStandardHelpOptions = true, description = "Take an enterprise off a register.")
    int end(@Mixin TenantOption tenant, @Option(names = "--register", required = true, paramLabel = "R") String register,
            @Mixin EnterpriseOption enterprise,
            @Option(names = "--to", paramLabel = "DAY", description = "Last day that still counts (default: today).") LocalDate to) {
        LocalDate last = to == null ? today() : to;
        tenant.writing(installation -> {
            Registers registers = installation.bean(Registers.class);
            long id = enterprise.require(installation).requireId();
            long of = registers.require(register).id();
            RegisterEntry entry = registers.ofEnterprises(List.of(id), Optional.of(last)).getOrDefault(id, List.of())
                    .stream().filter(one -> one.registerId() == of).findFirst().orElseThrow(() -> DomainException
                            .notFound("ENTRY_NOT_FOUND", "该企业" + last + "不在名录“" + register + "”上。"));
            return registers.end(entry.id(), entry.rowVersion(), last);
        });
        System.out.println("移出“" + register + "”，截止 " + last);
        return Lantian.DONE;
    }

    @Command(name = "derive", mixinStandardHelpOptions = true, description = "Derive a register from the whole ledger.")
    int derive(@Mixin TenantOption tenant, @Option(names = "--register", required = true, paramLabel = "R") String register) {
        Registers.Derived derived = tenant.writing(installation -> {
            Registers registers = installation.bean(Registers.class);
            return registers.derive(registers.require(register).id());
        });
        System.out.println("列入 " + derived.added() + " 家，移出 " + derived.ended() + " 家，数据缺失 " + derived.unknown() + " 家");
        return Lantian.DONE;
    }

    private static LocalDate today() {
        return LocalDate.now(Clocks.ZONE);
    }
}
