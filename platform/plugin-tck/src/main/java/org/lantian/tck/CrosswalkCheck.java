package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;

import org.lantian.plugin.region.Vocabulary;
import org.lantian.plugin.region.Vocabulary.Term;

/** Word → upgrade type → printed word → the same upgrade type, for every word of every vocabulary. */
final class CrosswalkCheck {

    private CrosswalkCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        List<Fault> faults = new ArrayList<>();
        plugin.requireContribution().region().vocabularies()
                .forEach(vocabulary -> vocabulary.terms().forEach(term -> check(vocabulary, term, faults)));
        return faults;
    }

    private static void check(Vocabulary vocabulary, Term term, List<Fault> faults) {
        String place = "词汇“" + vocabulary.id() + "”的“" + term.word() + "”";
        if (vocabulary.terms().stream().filter(other -> other.word().equals(term.word())).count() > 1) {
            faults.add(fault(place, "同一个词写了两次。", "删去重复的词；一个词只对应一个提升类型。"));
            return;
        }
        vocabulary.typeOf(term.word()).filter(found -> found != term.type()).ifPresent(found -> faults.add(fault(place,
                "读作" + found.term() + "，而写的是" + term.type().term() + "：它包含排在前面的另一个词。", "把较长的词排在较短的词前面。")));
        boolean back = vocabulary.wordFor(term.type()).flatMap(vocabulary::typeOf).filter(term.type()::equals).isPresent();
        if (!back) {
            faults.add(fault(place, "从" + term.type().term() + "印出的词读不回" + term.type().term() + "。",
                    "换一个不与其他词相互包含的词标为preferred。"));
        }
        if (!vocabulary.phrase().contains(term.word())) {
            faults.add(fault(place, "整句“" + vocabulary.phrase() + "”中没有这个词。", "phrase写出文件中的整句，其中包含每个词。"));
        }
    }

    private static Fault fault(String place, String problem, String change) {
        return new Fault(Promise.CROSSWALK, place, problem, change);
    }
}
