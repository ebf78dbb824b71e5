package org.lantian.plan.region;

import java.io.ByteArrayOutputStream;
import java.util.Map;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.WorkPool;
import org.lantian.document.PageSetting;
import org.lantian.document.WordRenderer;
import org.lantian.engine.document.Document;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.tenancy.Tenants;

/** Writes regional plans as Word files; called inside a transaction of the tenant. */
@Singleton
public class RegionalRendering {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final RegionalPlans plans;
    private final WordRenderer word;
    private final FileStore files;
    private final WorkPool pool;
    private final Tenants tenants;
    private final AuditTrail audit;

    RegionalRendering(RegionalPlans plans, WordRenderer word, FileStore files, WorkPool pool, Tenants tenants,
            AuditTrail audit) {
        this.plans = plans;
        this.word = word;
        this.files = files;
        this.pool = pool;
        this.tenants = tenants;
        this.audit = audit;
    }

    /** Which template a plan is laid out by. */
    public enum Template {
        /** The region's own. */
        REGION,
        /** The common outline. */
        OUTLINE
    }

    /** The plan as a document. */
    public Document document(RegionalPlan plan, Template template) {
        ReadPlan content = plans.content(plan.id());
        return template == Template.REGION ? RegionalDocument.build(content, plans.profile(plan))
                : OutlineDocument.build(content, plans.outline(plan));
    }

    public StoredFile renderWord(RegionalPlan plan, Template template) {
        Document document = document(plan, template);
        byte[] content = pool.run(tenants.current().orElseThrow().value(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.render(document, PageSetting.GB9704_STRICT, out);
            return out.toByteArray();
        });
        StoredFile file = files.save(plan.title() + (template == Template.REGION ? "" : "（通用大纲）") + ".docx", WORD,
                content);
        audit.note("regional-plan.rendered", "regional_plan", Long.toString(plan.id()),
                Map.of("file", file.id(), "sha256", file.sha256(), "template", template.name()));
        return file;
    }
}
