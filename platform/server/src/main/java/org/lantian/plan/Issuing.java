package org.lantian.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Progress;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.common.WorkPool;
import org.lantian.document.HtmlRenderer;
import org.lantian.document.PageSetting;
import org.lantian.document.WordRenderer;
import org.lantian.document.WorkbookWriter;
import org.lantian.engine.check.Remark;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.IssueForm;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.tenancy.Tenants;

/** Renders plans into files and issues them; called inside the tenant's transaction. */
@Singleton
public class Issuing {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Plans plans;
    private final PlanRows rows;
    private final PlanContents contents;
    private final VersionRows versions;
    private final PlanSteps steps;
    private final PlanExports exports;
    private final Freezing freezing;
    private final Revisions revisions;
    private final Consulting consulting;
    private final PublishedPlans published;
    private final WordRenderer word;
    private final FileStore files;
    private final WorkPool pool;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    Issuing(Plans plans, PlanRows rows, PlanContents contents, VersionRows versions, PlanSteps steps, PlanExports exports, Freezing freezing,
            Revisions revisions, Consulting consulting, PublishedPlans published, WordRenderer word, FileStore files, WorkPool pool,
            Tenants tenants, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.contents = contents;
        this.versions = versions;
        this.steps = steps;
        this.exports = exports;
        this.freezing = freezing;
        this.revisions = revisions;
        this.consulting = consulting;
        this.published = published;
        this.word = word;
        this.files = files;
        this.pool = pool;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** An issued plan with its frozen version and files. */
    public record Issued(Plan plan, PlanVersion version, StoredFile word, StoredFile workbook) {
    }

    /** Renders the plan as it stands, an issued one from its frozen tree, as a Word file. */
    public StoredFile renderWord(long id, PageSetting setting, boolean contentsPage) {
        Plan plan = plans.require(id);
        StoredFile file = plan.frozen() ? word(plan, withContents(contents.document(plan), contentsPage), setting, "")
                : draft(plan, setting, contentsPage);
        audit.note("plan.rendered", "plan", Long.toString(id), Map.of("file", file.id(), "sha256", file.sha256()));
        return file;
    }

    /** Renders 意见汇总表 of a consultation as a Word file. */
    public StoredFile renderSummary(long consultation) {
        Document summary = consulting.summary(consultation);
        byte[] content = onPool(out -> word.render(summary, PageSetting.GB9704_STRICT, out));
        StoredFile file = files.save(String.join("", summary.title()) + ".docx", WORD, content);
        audit.note("consultation.rendered", "consultation", Long.toString(consultation),
                Map.of("file", file.id(), "sha256", file.sha256()));
        return file;
    }

    /** The remarks on the plan as it stands as a page of their own. */
    public StoredFile renderReport(long id) {
        Plan plan = plans.require(id);
        StoredFile file = files.save(plan.printedTitle() + ".校核报告.html", CheckReport.MEDIA_TYPE,
                report(plan, contents.check(plan)).html().getBytes(StandardCharsets.UTF_8));
        audit.note("plan.report", "plan", Long.toString(id), Map.of("file", file.id()));
        return file;
    }

    /** The page of remarks on a plan. */
    public static CheckReport report(Plan plan, List<Remark> remarks) {
        return new CheckReport(plan.printedTitle(), "基准年 " + plan.baseYear() + "，期限 " + plan.termFrom() + "—"
                + plan.termTo() + " 年，方案模板 " + plan.profile(), remarks);
    }

    /** Renders the plan's tables as a workbook. */
    public StoredFile renderWorkbook(long id) {
        Plan plan = plans.require(id);
        StoredFile file = workbook(plan, contents.document(plan));
        audit.note("plan.tables-rendered", "plan", Long.toString(id),
                Map.of("file", file.id(), "sha256", file.sha256()));
        return file;
    }

    /**
     * Issues an approved plan: the approved version is frozen under its number, rendered, and immutable afterwards.
     *
     * @param rowVersion the plan's version that the leader saw
     * @param texts what the form of an issued document says
     * @param publish whether the outline projection is published to observers
     * @throws UserErrorsException if the number has another form than 机关代字〔年份〕顺序号 or is taken
     * @throws DomainException FAILED_PRECONDITION if the plan is not approved; CONFLICT if the plan changed
     */
    public Issued issue(long id, int rowVersion, String numberText, IssueTexts texts, boolean publish) {
        Actor.requireAny(Role.LEADER);
        String number = new DocumentNumber(numberText).value();
        Plan plan = steps.require(id, "印发", Plan.State.APPROVED);
        if (rows.numberTaken(number)) {
            throw new UserErrorsException(
                    List.of(UserError.of("number", "NUMBER_TAKEN", "发文字号“" + number + "”已被使用。")));
        }
        LocalDate today = LocalDate.now(clock);
        Optional<IssueForm> form = texts.form(number, today);
        if (!rows.issue(id, rowVersion, number, today)) {
            throw PlanSteps.conflict();
        }
        Plan issued = plans.require(id);
        PlanVersion version = freezing.issue(issued, number, today.toString(), form);
        steps.keep(plan, Plan.State.ISSUED, number, Optional.of(version.id()));
        revisions.replace(issued);
        if (publish) {
            published.publish(issued, version, versions.tree(version.id()).orElseThrow());
        }
        Document frozen = contents.document(issued);
        StoredFile document = word(issued, frozen, PageSetting.GB9704_STRICT, "");
        StoredFile tables = workbook(issued, frozen);
        versions.addDocument(version.id(), IssuedDocument.Kind.WORD, document, number);
        versions.addDocument(version.id(), IssuedDocument.Kind.WORKBOOK, tables, number);
        audit.note("plan.issued", "plan", Long.toString(id), Map.of("number", number, "version", version.ordinal(),
                "sha256", version.sha256()));
        return new Issued(issued, version, document, tables);
    }

    /** An open plan's file knows which state of the plan it shows, so that edits in it can be read back. */
    private StoredFile draft(Plan plan, PageSetting setting, boolean contentsPage) {
        PlanTree tree = freezing.tree(plan);
        return word(plan, withContents(tree.document(), contentsPage), setting, exports.keep(tree));
    }

    private static Document withContents(Document document, boolean wanted) {
        return wanted ? document.with(Stream.concat(Stream.of(new Block.Contents()), document.blocks().stream()).toList())
                : document;
    }

    /** Renders the plan as an HTML page that looks like the printed one. */
    public StoredFile renderHtml(long id) {
        Plan plan = plans.require(id);
        StoredFile file = files.save(plan.printedTitle() + ".html", CheckReport.MEDIA_TYPE,
                preview(id).getBytes(StandardCharsets.UTF_8));
        audit.note("plan.rendered", "plan", Long.toString(id), Map.of("file", file.id(), "sha256", file.sha256()));
        return file;
    }

    /** The plan as an HTML page that looks like the printed one. */
    public String preview(long id) {
        Document document = contents.document(plans.require(id));
        return pool.run(tenants.current().orElseThrow().value(), () -> HtmlRenderer.render(document));
    }

    private StoredFile word(Plan plan, Document document, PageSetting setting, String stamp) {
        Progress.tell("排版");
        byte[] content = onPool(out -> word.render(document, setting, stamp, out));
        return files.save(plan.printedTitle() + ".docx", WORD, content);
    }

    private StoredFile workbook(Plan plan, Document document) {
        byte[] content = onPool(out -> WorkbookWriter.writeTables(PlanDocument.tables(document), document.mark(), out));
        return files.save(plan.printedTitle() + "（附表）.xlsx", WORKBOOK, content);
    }

    private interface Writing {
        void to(ByteArrayOutputStream out);
    }

    private byte[] onPool(Writing writing) {
        return pool.run(tenants.current().orElseThrow().value(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        });
    }
}
