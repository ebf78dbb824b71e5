package org.lantian.plan.dossier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.DomainException;
import org.lantian.common.WorkPool;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.Findings;
import org.lantian.document.HtmlRenderer;
import org.lantian.document.PageSetting;
import org.lantian.document.WordRenderer;
import org.lantian.engine.document.Document;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.PermitComparison;
import org.lantian.ledger.PermitHolder;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.ledger.register.Register;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.ledger.register.Registers;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.Measures;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Tenants;

/** Files of enterprises 一企一档; called inside a transaction of the tenant. */
@Singleton
public class Dossiers {

    private static final int CHANGES = 100;
    private static final int MOST = 1_000;

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Registers registers;
    private final Findings findings;
    private final Measures measures;
    private final Profiles profiles;
    private final Tenants tenants;
    private final WordRenderer word;
    private final WorkPool pool;
    private final FileStore files;
    private final AuditTrail audit;

    Dossiers(Ledger ledger, LedgerHistory history, Registers registers, Findings findings, Measures measures, Profiles profiles,
            Tenants tenants, WordRenderer word, WorkPool pool, FileStore files, AuditTrail audit) {
        this.ledger = ledger;
        this.history = history;
        this.registers = registers;
        this.findings = findings;
        this.measures = measures;
        this.profiles = profiles;
        this.tenants = tenants;
        this.word = word;
        this.pool = pool;
        this.files = files;
        this.audit = audit;
    }

    /** What a file is written as. */
    public enum Format {
        WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), HTML("html", "text/html; charset=utf-8");

        private final String suffix;
        private final String mediaType;

        Format(String suffix, String mediaType) {
            this.suffix = suffix;
            this.mediaType = mediaType;
        }

        /** Ending of a file's name, without the dot. */
        public String suffix() {
            return suffix;
        }
    }

    /**
     * Everything that is kept of an enterprise.
     *
     * @param year year of the figures and findings; the ledger's base year if empty
     * @throws DomainException NOT_FOUND if there is no such enterprise, FAILED_PRECONDITION if the ledger is empty and no year is
     *     given
     */
    public Document document(long enterprise, Optional<Integer> year) {
        int wanted = year.orElseGet(ledger::requireBaseYear);
        return DossierDocument.of(dossier(ledger.require(enterprise, wanted)));
    }

    /** The same as the content of a file. */
    public byte[] write(long enterprise, Optional<Integer> year, Format format) {
        Document document = document(enterprise, year);
        return pool.run(tenants.current().orElseThrow().value(), () -> {
            if (format == Format.HTML) {
                return HtmlRenderer.render(document).getBytes(StandardCharsets.UTF_8);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.render(document, PageSetting.GB9704_STRICT, out);
            return out.toByteArray();
        });
    }

    /** The same as a stored file. */
    public StoredFile render(long enterprise, Optional<Integer> year, Format format) {
        byte[] content = write(enterprise, year, format);
        String name = ledger.enterprises(List.of(enterprise)).get(enterprise).name();
        StoredFile file = files.save(name + "企业档案." + format.suffix, format.mediaType, content);
        audit.note("enterprise-file.rendered", "enterprise", Long.toString(enterprise), Map.of("file", file.id(), "sha256", file.sha256()));
        return file;
    }

    private Dossier dossier(LedgerEntry entry) {
        long id = entry.enterprise().requireId();
        long changeCount = history.countOfEnterprise(id, Optional.empty());
        FindingFilter own = FindingFilter.all().of(id, entry.year());
        return new Dossier(tenants.requireCurrent().name(), profiles.current(), entry,
                PermitHolder.of(entry.enterprise()), PermitComparison.of(entry),
                standing(id), findings.list(own, 0, MOST), findings.listGaps(own, 0, MOST), findings.listMeans(own, 0, MOST),
                measuresAbout(id, entry.enterprise().clusterId()),
                changes(id, 0, CHANGES), changes(id, (int) changeCount - 1, 1).stream().findFirst(), changeCount, history::name);
    }

    private List<Map.Entry<String, RegisterEntry>> standing(long enterprise) {
        Map<Long, Register> byId = registers.list().stream().collect(Collectors.toMap(Register::id, Function.identity()));
        return own(registers.ofEnterprises(List.of(enterprise), Optional.empty()), enterprise).stream()
                .map(one -> Map.entry(byId.get(one.registerId()).name(), one)).toList();
    }

    private List<LedgerChange> changes(long enterprise, int offset, int limit) {
        return own(history.ofEnterprises(List.of(enterprise), Optional.empty(), Math.max(0, offset), limit), enterprise);
    }

    private List<Measure> measuresAbout(long enterprise, long cluster) {
        return measures.listOfCluster(cluster).stream().filter(measure -> measure.isAbout(enterprise)).toList();
    }

    private static <T> List<T> own(Map<Long, List<T>> lists, long id) {
        return lists.getOrDefault(id, List.of());
    }
}
