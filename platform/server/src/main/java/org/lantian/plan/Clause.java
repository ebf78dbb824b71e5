package org.lantian.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.document.Run;
import org.lantian.plan.draft.DraftClause;
import org.lantian.plan.edit.Merge;

/**
 * A clause of a plan.
 *
 * @param key the composer's name for it; a redraft finds it by this
 * @param runs words and figures as they stand
 * @param base the draft that the words rest on
 * @param today what the composer would write today where that differs from the base; no runs if it would write nothing
 * @param edited whether a person changed the words
 * @param deleted whether it was taken out
 */
public record Clause(long id, long plan, Optional<Long> parent, int ordinal, DraftClause.Kind kind, String node,
        String key, List<Run> runs, List<Run> base, Optional<List<Run>> today, boolean edited, boolean deleted,
        int rowVersion) {

    private static final String PERSONS = "person.";

    public Clause {
        runs = List.copyOf(runs);
        base = List.copyOf(base);
        today = today.map(List::copyOf);
    }

    /** A key for a clause that a person adds. */
    static String freshKey() {
        return PERSONS + java.util.UUID.randomUUID();
    }

    /** Whether a person added it, so that no draft has it. */
    boolean personal() {
        return key.startsWith(PERSONS);
    }

    /** Whether data changed so that the composer would write something else than the words rest on. */
    public boolean stale() {
        return today.isPresent();
    }

    /** Whether a redraft took it out, so that a later one may bring it back. */
    boolean dropped() {
        return deleted && today.equals(Optional.of(List.<Run>of()));
    }

    /** What the composer proposed last. */
    public List<Run> drafted() {
        return today.orElse(base);
    }

    public String text() {
        return text(runs);
    }

    /** The draft that the words rest on. */
    public String baseText() {
        return text(base);
    }

    /** What the composer proposed last. */
    public String draftedText() {
        return text(drafted());
    }

    /** The three ways put together; empty unless data changed under a person's words. */
    public Optional<Merge> merge() {
        return edited ? today.map(draft -> Merge.of(base, runs, draft)) : Optional.empty();
    }

    Clause saying(List<Run> words) {
        return new Clause(id, plan, parent, ordinal, kind, node, key, words, base, today, !words.equals(base), deleted,
                rowVersion);
    }

    /** The same words on another draft. */
    Clause restingOn(List<Run> draft, Optional<List<Run>> fresh) {
        return new Clause(id, plan, parent, ordinal, kind, node, key, runs, draft, fresh, !runs.equals(draft), deleted,
                rowVersion);
    }

    Clause under(Optional<Long> above, String section) {
        return new Clause(id, plan, above, ordinal, kind, section, key, runs, base, today, edited, deleted, rowVersion);
    }

    Clause deleted(boolean gone) {
        return new Clause(id, plan, parent, ordinal, kind, node, key, runs, base, today, edited, gone, rowVersion);
    }

    static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
