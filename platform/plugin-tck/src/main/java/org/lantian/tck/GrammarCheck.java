package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.reading.Expectation;
import org.lantian.plugin.grammar.ReadingGrammar;

/** Reads every sample, those of the parents too, with the resolved grammar. */
final class GrammarCheck {

    private GrammarCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        List<Fault> faults = new ArrayList<>();
        Expectation.failures(plugin.requireProfile().grammar()).forEach(failure -> faults.add(new Fault(Promise.GRAMMAR,
                "profile/grammar.yaml", failure, "补上样例所用的角色词或标题词，或改正样例的expects。")));
        ReadingGrammar own = plugin.requireContribution().grammar();
        boolean words = !own.roleLabels().isEmpty() || !own.roleVerbs().isEmpty() || !own.headings().isEmpty();
        if (words && own.samples().isEmpty()) {
            faults.add(new Fault(Promise.GRAMMAR, "profile/grammar.yaml", "写了角色词或标题词，却没有样例。",
                    "在samples中放一段本地区写法的文字（名称用示例市、甲局、张三），并写明应读出什么。"));
        }
        return faults;
    }
}
