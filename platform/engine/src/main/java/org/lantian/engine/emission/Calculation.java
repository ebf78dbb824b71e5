package org.lantian.engine.emission;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Quantity;

/** What a formula answers: an amount with its explanation, or why there is none. Never 0 in place of unknown. */
public sealed interface Calculation {

    /** The computed amount. */
    record Known(Explanation explanation) implements Calculation {

        public Quantity value() {
            return explanation.result();
        }
    }

    /**
     * There is no amount.
     *
     * @param title what would have been computed
     * @param missing Chinese names of the missing inputs; empty if all are there but do not fit
     * @param text one Chinese sentence
     */
    record Unknown(String title, List<String> missing, String text) implements Calculation {

        public Unknown {
            missing = List.copyOf(missing);
        }

        static Unknown missing(String title, List<String> missing) {
            return new Unknown(title, missing, title + "无法核算，数据缺失：" + String.join("、", missing) + "。");
        }

        static Unknown unfit(String title, String reason) {
            return new Unknown(title, List.of(), title + "无法核算：" + reason + "。");
        }
    }

    /** The explanation of a known amount. */
    default Optional<Explanation> found() {
        return this instanceof Known known ? Optional.of(known.explanation()) : Optional.empty();
    }
}
