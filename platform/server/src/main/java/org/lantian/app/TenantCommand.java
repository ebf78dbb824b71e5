package org.lantian.app;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.DomainException;
import org.lantian.plugin.ProfileRef;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.TenantDirectory;
import org.lantian.tenancy.TenantSchema;

/** Tenants of the installation. */
@Command(name = "tenant", mixinStandardHelpOptions = true, description = "Tenants of the installation (租户).")
final class TenantCommand {

    @Command(name = "apply", mixinStandardHelpOptions = true,
            description = "Create or update the tenants declared in a folder; needs the owner login.")
    int apply(@Mixin DataOption data, @Parameters(paramLabel = "DIR", description = "A tenant's folder, or a folder "
            + "of such.") Path folder,
            @Option(names = "--profile", paramLabel = "ID@V", converter = ProfileOption.class,
                    description = "Exact profile instead of the declared one.") ProfileRef profile,
            @Option(names = "--dry-run", description = "List what would change of the profile; write nothing.") boolean dryRun,
            @Option(names = "--format", defaultValue = "text", description = "Of --dry-run: text or json (default text).") Formats format) {
        List<TenantFolder> folders = TenantApplication.read(folder).stream()
                .map(one -> profile == null ? one : one.withProfile(profile)).toList();
        if (dryRun) {
            return data.inInstallation(installation -> ProfilePreviews.print(
                    folders.stream().map(installation.bean(TenantApplication.class)::preview).toList(), format));
        }
        return data.inUnprepared(installation -> {
            TenantApplication application = installation.bean(TenantApplication.class);
            application.prepare();
            int failed = 0;
            for (TenantFolder one : folders) {
                failed += applyOne(application, one) ? 0 : 1;
            }
            return failed == 0 ? Lantian.DONE : Lantian.REFUSED;
        });
    }

    /** {@code id@version}. */
    private static final class ProfileOption implements ITypeConverter<ProfileRef> {
        @Override
        public ProfileRef convert(String text) {
            try {
                return ProfileRef.parse(text);
            } catch (IllegalArgumentException fault) {
                throw new TypeConversionException("“" + text + "”须为 id@版本，例如 shaanxi@1.1.0（" + fault.getMessage() + "）");
            }
        }
    }

    private static boolean applyOne(TenantApplication application, TenantFolder folder) {
        try {
            TenantApplication.Applied applied = application.apply(folder);
            System.out.println(applied.code() + "\t" + applied.name() + "\t"
                    + (applied.created() ? "新建" : applied.unchanged() ? "无变化" : "已更新"));
            applied.firstPassword().ifPresent(
                    password -> System.out.println("  用户 " + TenantApplication.FIRST_USER + " 的初始口令：" + password));
            return true;
        } catch (DomainException | org.lantian.tenancy.MigrationFailedException e) {
            System.err.println(folder.tenant().code() + ": " + e.getMessage());
            return false;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the tenants.")
    int list(@Mixin DataOption data) {
        return data.inInstallation(installation -> {
            List<Tenant> tenants = installation.bean(TenantDirectory.class).list();
            if (tenants.isEmpty()) {
                System.err.println("还没有租户：用 lantian tenant apply DIR 创建。");
            }
            int current = installation.bean(TenantSchema.class).version();
            for (Tenant tenant : tenants) {
                System.out.println(tenant.code() + "\t" + tenant.name() + "\t" + tenant.profile() + "\t"
                        + (tenant.schemaVersion() < current ? "待迁移" : "正常"));
            }
            return Lantian.DONE;
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one tenant.")
    int show(@Mixin DataOption data, @Parameters(paramLabel = "TENANT") String code) {
        return data.inInstallation(installation -> {
            Tenant tenant = installation.bean(TenantDirectory.class).require(new TenantCode(code));
            System.out.println("code\t" + tenant.code() + "\nname\t" + tenant.name() + "\nregionCode\t"
                    + tenant.regionCode() + "\nprofile\t" + tenant.profile() + "\nprofileHash\t" + tenant.profileHash()
                    + "\nschemaVersion\t" + tenant.schemaVersion() + " (current "
                    + installation.bean(TenantSchema.class).version() + ")");
            return Lantian.DONE;
        });
    }

    @Command(name = "migrate", mixinStandardHelpOptions = true,
            description = "Migrate the control schema and every tenant; one that fails does not stop the others.")
    int migrate(@Mixin DataOption data) {
        return data.inUnprepared(installation -> {
            installation.bean(TenantApplication.class).prepare();
            int failed = 0;
            for (Provisioning.Outcome outcome : installation.bean(Provisioning.class).migrateAll()) {
                if (outcome.failed()) {
                    failed++;
                    System.err.println(outcome.code() + "\t失败\t" + outcome.failure());
                } else {
                    System.out.println(outcome.code() + "\t" + outcome.schemaVersion());
                }
            }
            return failed == 0 ? Lantian.DONE : Lantian.REFUSED;
        });
    }
}
