package org.lantian.plan.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.document.Run;

/**
 * A three-way merge: what was drafted, a person's words, today's draft. Where only one of the two changed, the change
 * is taken; where both did, the part is left to a person.
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
        return new Walk(Pieces.of(drafted), Pieces.of(person), Pieces.of(today)).walk();
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

    private static final class Walk {

        private final List<Run> base;
        private final List<Run> left;
        private final List<Run> right;
        private final List<Part> parts = new ArrayList<>();
        private final List<Run> agreed = new ArrayList<>();

        Walk(List<Run> base, List<Run> left, List<Run> right) {
            this.base = base;
            this.left = left;
            this.right = right;
        }

        Merge walk() {
            int[] inLeft = Alignment.of(base, left);
            int[] inRight = Alignment.of(base, right);
            int atBase = 0;
            int atLeft = 0;
            int atRight = 0;
            for (int anchor = 0; anchor < base.size(); anchor++) {
                if (inLeft[anchor] >= 0 && inRight[anchor] >= 0) {
                    settle(base.subList(atBase, anchor), left.subList(atLeft, inLeft[anchor]),
                            right.subList(atRight, inRight[anchor]));
                    agreed.add(base.get(anchor));
                    atBase = anchor + 1;
                    atLeft = inLeft[anchor] + 1;
                    atRight = inRight[anchor] + 1;
                }
            }
            settle(base.subList(atBase, base.size()), left.subList(atLeft, left.size()),
                    right.subList(atRight, right.size()));
            flush();
            return new Merge(parts);
        }

        private void settle(List<Run> was, List<Run> person, List<Run> today) {
            if (person.equals(was) || person.equals(today)) {
                agreed.addAll(today);
            } else if (today.equals(was)) {
                agreed.addAll(person);
            } else {
                flush();
                parts.add(new Part.Disputed(Pieces.join(was), Pieces.join(person), Pieces.join(today)));
            }
        }

        private void flush() {
            if (!agreed.isEmpty()) {
                parts.add(new Part.Agreed(Pieces.join(agreed)));
                agreed.clear();
            }
        }
    }

}
