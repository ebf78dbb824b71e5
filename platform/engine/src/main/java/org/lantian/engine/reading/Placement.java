package org.lantian.engine.reading;

/** Where a section stands on the common outline. */
public sealed interface Placement {

    /** On a node of the outline. */
    record Node(String code) implements Placement {
    }

    /** Beside the outline. */
    record Supplement(String reason) implements Placement {

        private static final String UNMAPPED = "不在模板的对应关系中";

        /** Beside the outline because no word of the grammar knows the heading. */
        static Supplement unmapped(String heading) {
            return new Supplement("标题“" + heading + "”" + UNMAPPED);
        }

        boolean isUnmapped() {
            return reason.endsWith(UNMAPPED);
        }
    }
}
