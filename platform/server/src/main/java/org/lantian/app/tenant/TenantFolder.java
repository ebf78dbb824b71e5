package org.lantian.app.tenant;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lantian.common.DomainException;
import org.lantian.engine.yaml.YamlDocument;
import org.lantian.engine.yaml.YamlException;
import org.lantian.engine.yaml.YamlNode;
import org.lantian.engine.yaml.YamlProblem;
import org.lantian.identity.OrgUnitDeclaration;
import org.lantian.identity.OrgUnitGroupDeclaration;
import org.lantian.plugin.ProfileRef;
import org.lantian.tenancy.TenantCode;

/**
 * What a tenant's folder declares.
 *
 * @param units parents before their children
 * @param groups a base before the groups built on it
 * @param plan empty where the folder has no {@code plan.yaml}
 * @param rows ledger rows of the CSV files; without any where there are none
 */
public record TenantFolder(TenantDeclaration tenant, List<OrgUnitDeclaration> units,
        List<OrgUnitGroupDeclaration> groups, Optional<PlanDeclaration> plan, SampleRows rows) {

    public TenantFolder {
        units = List.copyOf(units);
        groups = List.copyOf(groups);
    }

    /**
     * Reads a folder.
     *
     * @throws DomainException BAD_REQUEST {@code TENANT_FOLDER_INVALID} with every problem on a line of its own:
     *     {@code file:line:column: …} in YAML, {@code file:line: …} in CSV
     */
    public static TenantFolder read(Path folder) {
        List<String> problems = new ArrayList<>();
        Optional<TenantDeclaration> tenant = yaml(folder.resolve("tenant.yaml"), TenantFolder::readTenant, problems);
        Optional<UnitsReader.Units> units = yaml(folder.resolve("units.yaml"),
                node -> new UnitsReader().read(node), problems);
        Set<String> unitCodes = units.stream().flatMap(it -> it.units().stream()).map(OrgUnitDeclaration::code)
                .collect(Collectors.toSet());
        Path planFile = folder.resolve("plan.yaml");
        // Against units that could not be read, every reference of the plan would look wrong.
        Optional<PlanDeclaration> plan = units.isPresent() && Files.exists(planFile)
                ? yaml(planFile, node -> new PlanReader(unitCodes,
                        new RegionalYaml(folder, names(units.get()), problems)).read(node), problems)
                : Optional.empty();
        SampleRows rows = new SampleRowsReader(folder, problems).read();
        if (!problems.isEmpty()) {
            throw DomainException.badRequest("TENANT_FOLDER_INVALID",
                    "租户目录“" + folder + "”有" + problems.size() + "处问题：\n" + String.join("\n", problems));
        }
        return new TenantFolder(tenant.orElseThrow(), units.orElseThrow().units(), units.orElseThrow().groups(), plan,
                rows);
    }

    /** The same tenant on another profile than its folder declares. */
    public TenantFolder withProfile(ProfileRef profile) {
        return new TenantFolder(new TenantDeclaration(tenant.code(), tenant.name(), tenant.regionCode(), profile, tenant.timeZone(),
                tenant.baseYear(), tenant.bureau()), units, groups, plan, rows);
    }

    /** Printed names of units and groups by code. */
    private static Map<String, String> names(UnitsReader.Units units) {
        Map<String, String> names = new HashMap<>();
        units.units().forEach(unit -> names.put(unit.code(), unit.name()));
        units.groups().forEach(group -> names.put(group.code(), group.name()));
        return names;
    }

    private static <T> Optional<T> yaml(Path file, Function<YamlNode, T> reading, List<String> problems) {
        String name = file.getFileName().toString();
        if (Files.notExists(file)) {
            problems.add(name + ":1:1: 没有这个文件。");
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return Optional.of(YamlDocument.parse(name, reader).read(reading));
        } catch (YamlException fault) {
            fault.problems().stream().map(YamlProblem::toString).forEach(problems::add);
            return Optional.empty();
        } catch (IOException fault) {
            throw new UncheckedIOException(file.toString(), fault);
        }
    }

    private static TenantDeclaration readTenant(YamlNode node) {
        return new TenantDeclaration(require(node, "code", TenantFolder::code, new TenantCode("xx")),
                node.requireText("name"), node.requireText("regionCode"),
                require(node, "profile", TenantFolder::profile, new ProfileRef("xx", "0.0.0")),
                require(node, "timeZone", TenantFolder::zone, ZoneOffset.UTC), node.findInteger("baseYear"),
                node.requireText("bureau"));
    }

    /** Reading goes on after a fault, so that the others of the file are found too; the placeholder is thrown away. */
    private static <T> T require(YamlNode node, String key, Function<String, T> form, T placeholder) {
        Optional<T> value = node.findParsed(key, form);
        if (value.isEmpty()) {
            node.requireText(key);
        }
        return value.orElse(placeholder);
    }

    private static ProfileRef profile(String text) {
        try {
            return ProfileRef.parse(text);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("方案“" + text + "”无效：应为“id@版本”，例如national@1.0.0。", fault);
        }
    }

    private static TenantCode code(String text) {
        try {
            return new TenantCode(text);
        } catch (DomainException fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException("没有时区“" + text + "”，例如Asia/Shanghai。", fault);
        }
    }
}
