package org.lantian.engine.reading;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.grammar.HeadingMeaning;

/** Finds a heading's place on the common outline by the words of a grammar. */
final class OutlinePlaces {

    static final String TASKS = "tasks";

    private final List<HeadingMeaning> meanings;

    OutlinePlaces(List<HeadingMeaning> meanings) {
        this.meanings = meanings;
    }

    /** What stands below tasks is tasks; else a heading's own words count, then its parent's place. */
    Placement of(String heading, Optional<Placement> parent) {
        if (parent.filter(place -> place instanceof Placement.Node node && node.code().equals(TASKS)).isPresent()) {
            return parent.get();
        }
        return own(heading).filter(place -> !borrowed(place, heading, parent)).or(() -> parent)
                .orElse(Placement.Supplement.unmapped(heading));
    }

    /** A field of work that is named below 保障措施 or 编制依据 is no task. */
    private static boolean borrowed(Placement place, String heading, Optional<Placement> parent) {
        return place.equals(new Placement.Node(TASKS)) && !heading.contains("任务")
                && parent.filter(one -> one instanceof Placement.Supplement above && !above.isUnmapped()).isPresent();
    }

    Placement annex(String heading) {
        return own(heading).orElse(new Placement.Supplement("附件，大纲没有对应的节"));
    }

    private Optional<Placement> own(String heading) {
        return meanings.stream().filter(meaning -> meaning.words().stream().anyMatch(heading::contains)).findFirst()
                .map(meaning -> meaning.node().<Placement>map(Placement.Node::new)
                        .orElseGet(() -> new Placement.Supplement(meaning.reason())));
    }
}
