package org.lantian.plan.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.document.Run;

/**
 * A three-way merge: what was drafted, a person's words, today's draft. Where only one of the two changed, the change
 * is taken, also where the changes touch; where both changed the same pieces, the part is left to a person.
 */
public record Merge(List<Part> parts) {

    public Merge {
        parts = List.copyOf(parts);
    }

    /** A stretch of the merge. */
    public sealed interface Part {

        /** Both agree, or only one changed. */
        record Agreed(List<Run> runs) implements Part {
            public Agreed {
                runs = List.copyOf(runs);
            }
        }

        /** Both changed the same words. */
        record Disputed(List<Run> drafted, List<Run> person, List<Run> today) implements Part {
            public Disputed {
                drafted = List.copyOf(drafted);
                person = List.copyOf(person);
                today = List.copyOf(today);
            }
        }
    }

    public static Merge of(List<Run> drafted, List<Run> person, List<Run> today) {
        return new MergeWalk(Pieces.of(drafted), Pieces.of(person), Pieces.of(today)).walk();
    }

    /** The merged runs; empty if a part is disputed. */
    public Optional<List<Run>> runs() {
        List<Run> pieces = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Agreed(List<Run> runs) -> pieces.addAll(runs);
                case Part.Disputed ignored -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Pieces.join(pieces));
    }
}
