package org.lantian.engine.rule;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.quantity.Explanation;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/** What one rule says of one enterprise or one of its rows. */
public sealed interface Verdict {

    /** Which rule, in which version, on which row. */
    Origin origin();

    /**
     * @param rule rule id
     * @param version digest of the rule's text: changes exactly when the rule does
     * @param subject natural key of the row among the enterprise's rows of its group; blank for the enterprise itself
     */
    record Origin(String rule, String version, String subject) {
    }

    /** One value that the rule looked at. */
    record Evidence(String id, String label, String value) {
    }

    /**
     * A problem 问题.
     *
     * @param severity the rule's, or a warning where a limit was used whose source is not verified
     * @param text sentence with values filled in
     * @param evidence values and limits used, in the order of the rule's text
     * @param source standard or document, edition and clause, with those of the limits
     * @param explanations of the numbers computed on the way
     * @param suggestion what the rule suggests against it
     */
    record Finding(Origin origin, ProblemArea area, Optional<ProblemColumn> column, Severity severity, String text,
            List<Evidence> evidence, String source, List<Explanation> explanations, Optional<SuggestedTask> suggestion)
            implements Verdict {
        public Finding {
            evidence = List.copyOf(evidence);
            explanations = List.copyOf(explanations);
        }
    }

    /** No problem found; the text says how far that goes. */
    record Clear(Origin origin, String text, List<Evidence> evidence) implements Verdict {

        /** An annual mean that does not exceed an hourly limit. */
        public static final String MEAN_BELOW_LIMIT = "年均值未超限，不足以判定稳定达标";

        /** Whether it says that there is no problem; a mean below an hourly limit does not. */
        public boolean conclusive() {
            return !text.equals(MEAN_BELOW_LIMIT);
        }

        public Clear {
            evidence = List.copyOf(evidence);
        }
    }

    /** The rule's condition does not hold here. */
    record NotApplicable(Origin origin) implements Verdict {
    }

    /**
     * 数据缺失: the rule can not be decided.
     *
     * @param missing field ids of the absent inputs; empty if something else than a field is missing
     * @param text Chinese sentence
     */
    record Unknown(Origin origin, List<String> missing, String text) implements Verdict {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }
}
