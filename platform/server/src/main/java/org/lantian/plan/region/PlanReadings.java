package org.lantian.plan.region;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Progress;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.common.WorkPool;
import org.lantian.document.SourceDocuments;
import org.lantian.engine.check.Remark;
import org.lantian.engine.check.document.DocumentCheck;
import org.lantian.engine.diff.ClauseChange;
import org.lantian.engine.diff.ClauseDiff;
import org.lantian.engine.outline.OutlineView;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.PlanClauses;
import org.lantian.engine.reading.PlanJson;
import org.lantian.engine.reading.PlanJsonReader;
import org.lantian.engine.reading.PlanReader;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.source.SourceDocument;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.plan.CheckReport;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Tenants;

/** Reading plans in as guided drafts: read, look, then accept as a plan of the tenant or refuse. */
@Singleton
public class PlanReadings {

    private final PlanReadingRows rows;
    private final RegionalPlans plans;
    private final Profiles profiles;
    private final FileStore files;
    private final WorkPool pool;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ObjectMapper json;

    PlanReadings(PlanReadingRows rows, RegionalPlans plans, Profiles profiles, FileStore files, WorkPool pool,
            Tenants tenants, AuditTrail audit, ObjectMapper json) {
        this.rows = rows;
        this.plans = plans;
        this.profiles = profiles;
        this.files = files;
        this.pool = pool;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
    }

    /** A remark on what was read, kept with the reading. */
    public record Noted(RemarkCode code, Severity severity, String clause, int line, String message,
            List<String> evidence, String arithmetic, String hint) {

        static Noted of(Remark remark) {
            return new Noted(remark.code(), remark.severity(), remark.clause(), remark.line().orElse(0), remark.message(),
                    remark.evidence(), remark.arithmetic(), remark.hint());
        }

        Remark remark() {
            return new Remark(code, severity, clause, line == 0 ? OptionalInt.empty() : OptionalInt.of(line), message,
                    evidence, arithmetic, hint);
        }
    }

    /** Plan and remarks of one file. */
    private record Outcome(ReadPlan plan, List<Noted> remarks) {
    }

    /**
     * Reads an uploaded file with the grammar of a profile, and checks it.
     *
     * @param profile id or {@code id@version}; the tenant's own where empty
     * @throws DomainException BAD_REQUEST if the file is no document that can be read
     */
    public PlanReading read(long file, Optional<String> profile) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        StoredFile stored = files.require(file);
        ResolvedProfile resolved = profile.map(profiles::requireInstalled).orElseGet(profiles::current);
        byte[] content = files.read(file);
        Outcome outcome = pool.run(tenants.current().orElseThrow().value(), () -> outcome(stored.name(), content, resolved));
        long id = rows.insert(stored, resolved, outcome.plan().title(), PlanJson.write(outcome.plan()).toString(),
                text(outcome.remarks()));
        audit.note("plan.read-in", "plan_reading", Long.toString(id), Map.of("file", file, "profile",
                resolved.ref().toString(), "items", outcome.plan().items().count(), "unread",
                outcome.plan().unread().size()));
        return require(id);
    }

    private static Outcome outcome(String name, byte[] content, ResolvedProfile profile) {
        Progress.tell("读取文件");
        SourceDocument source = SourceDocuments.read(name, content);
        Progress.tell("识别章节、任务和表");
        ReadPlan plan = PlanReader.read(source, profile.grammar(), profile.ref().toString());
        Progress.tell("校核");
        return new Outcome(plan, DocumentCheck.check(plan, source, profile.region()).stream().map(Noted::of).toList());
    }

    public List<PlanReading> list(int offset, int count) {
        return rows.list(offset, count);
    }

    public long count() {
        return rows.count();
    }

    public Optional<PlanReading> find(long id) {
        return rows.find(id);
    }

    /** @throws DomainException NOT_FOUND */
    public PlanReading require(long id) {
        return rows.find(id).orElseThrow(() -> DomainException.notFound("READING_NOT_FOUND", "没有这次读入。"));
    }

    /** What was read. */
    public ReadPlan content(PlanReading reading) {
        return PlanJsonReader.read(tree(rows.content(reading.id())));
    }

    /** What was read in the published JSON form. */
    public String json(PlanReading reading) {
        return rows.content(reading.id());
    }

    /** What the check said when it was read. */
    public List<Noted> remarks(PlanReading reading) {
        try {
            return json.readValue(rows.remarks(reading.id()), new TypeReference<>() {
            });
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("remarks of reading " + reading.id(), fault);
        }
    }

    /** The source line by line, each with what it became. */
    public List<SourceLine> lines(PlanReading reading) {
        return SourceLine.of(SourceDocuments.read(reading.fileName(), files.read(reading.file())), content(reading));
    }

    /** The remarks as a page of their own, kept as a file of the tenant. */
    public StoredFile renderReport(PlanReading reading) {
        CheckReport report = new CheckReport(content(reading).title(),
                "文件 " + reading.fileName() + "，方案模板 " + reading.profile(),
                remarks(reading).stream().map(Noted::remark).toList());
        StoredFile file = files.save(reading.fileName() + ".校核报告.html", CheckReport.MEDIA_TYPE,
                report.html().getBytes(StandardCharsets.UTF_8));
        audit.note("plan-reading.report", "plan_reading", Long.toString(reading.id()), Map.of("file", file.id()));
        return file;
    }

    /** What was read, on the common outline. */
    public OutlineView outline(PlanReading reading) {
        return OutlineView.of(content(reading), profile(reading));
    }

    /** What differs from a plan that the tenant has, clause by clause. */
    public List<ClauseChange> changes(PlanReading reading, RegionalPlan against) {
        return ClauseDiff.of(PlanClauses.of(plans.content(against.id())), PlanClauses.of(content(reading)));
    }

    /**
     * Makes a reading a plan of the tenant, or the newer edition of the plan with that code.
     *
     * @throws UserErrorsException if the code has another form
     * @throws DomainException CONFLICT if the reading was decided meanwhile
     */
    public RegionalPlan accept(long id, int rowVersion, String code, String issuer) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        if (!code.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new UserErrorsException(List.of(UserError.of("code", "CODE_INVALID",
                    "编号“" + code + "”无效：以小写字母开头，只含小写字母、数字和连字符，2至60个字符。")));
        }
        PlanReading reading = require(id);
        ReadPlan content = content(reading);
        int[] term = RegionalPlans.term(content);
        RegionalPlan plan = plans.accept(new RegionalPlans.Content(code, issuer, term[0], term[1],
                RegionalPlan.Origin.READ, content), profile(reading));
        decide(reading, rowVersion, PlanReading.State.ACCEPTED, Optional.of(plan.id()));
        return plan;
    }

    /** The profile that it was read with: the stored one, else the same version among the installed. */
    private ResolvedProfile profile(PlanReading reading) {
        return profiles.findByHash(reading.profileHash()).orElseGet(() -> profiles.requireInstalled(reading.profile()));
    }

    /** Puts a reading aside; the file stays. */
    public PlanReading refuse(long id, int rowVersion) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        decide(require(id), rowVersion, PlanReading.State.REFUSED, Optional.empty());
        return require(id);
    }

    private void decide(PlanReading reading, int rowVersion, PlanReading.State state, Optional<Long> plan) {
        if (!rows.decide(reading.id(), rowVersion, state, plan)) {
            throw DomainException.conflict("READING_DECIDED", "这次读入已被他人处理，请重新查看。");
        }
        audit.note("plan-reading." + state.name().toLowerCase(java.util.Locale.ROOT), "plan_reading",
                Long.toString(reading.id()), plan.<Map<String, Object>>map(one -> Map.of("plan", one)).orElse(Map.of()));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
