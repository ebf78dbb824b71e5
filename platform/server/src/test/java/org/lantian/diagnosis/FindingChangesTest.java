package org.lantian.diagnosis;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.diagnosis.FindingChanges.Added;
import org.lantian.diagnosis.FindingChanges.Changed;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;

import static org.assertj.core.api.Assertions.assertThat;

class FindingChangesTest {

    @Test
    void addsWhatIsNew() {
        Added found = new Added(7, content("a", "旧"));

        assertThat(FindingChanges.between(List.of(), List.of(found)))
                .isEqualTo(new FindingChanges(List.of(found), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void changesNothingOnARepeatedRun() {
        assertThat(FindingChanges.between(List.of(stored(1, "a", "旧", FindingState.OPEN)),
                List.of(new Added(7, content("a", "旧")))))
                        .isEqualTo(new FindingChanges(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void bringsTheContentOfADecidedFindingUpToDate() {
        assertThat(FindingChanges.between(List.of(stored(1, "a", "旧", FindingState.WAIVED)),
                List.of(new Added(7, content("a", "新")))))
                        .isEqualTo(new FindingChanges(List.of(), List.of(new Changed(1, content("a", "新"))), List.of(),
                                List.of(), List.of()));
    }

    @Test
    void removesOnlyOpenFindingsThatHoldNoLonger() {
        Finding open = stored(1, "a", "旧", FindingState.OPEN);

        assertThat(FindingChanges.between(List.of(open, stored(2, "b", "旧", FindingState.CONFIRMED),
                stored(3, "c", "旧", FindingState.WAIVED)), List.of()).removed()).containsExactly(open);
    }

    @Test
    void saysOfADecidedFindingWhetherItStillHolds() {
        Finding waived = stored(2, "b", "旧", FindingState.WAIVED);
        FindingChanges gone = FindingChanges.between(List.of(waived), List.of());
        Finding lapsed = new Finding(2, 7, 2024, waived.content(), FindingOrigin.RULE, FindingState.WAIVED, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), false, false, 1);

        assertThat(gone.lapsed()).containsExactly(2L);
        assertThat(FindingChanges.between(List.of(lapsed), List.of()).lapsed()).isEmpty();
        assertThat(FindingChanges.between(List.of(lapsed), List.of(new Added(7, waived.content()))).back())
                .containsExactly(2L);
    }

    @Test
    void leavesImportedTextsAlone() {
        Finding imported = new Finding(1, 7, 2024, content("import-grade", "表中所写"), FindingOrigin.IMPORT,
                FindingState.OPEN, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), true, false, 0);

        assertThat(FindingChanges.between(List.of(imported), List.of()).removed()).isEmpty();
    }

    private static Finding stored(long id, String rule, String text, FindingState state) {
        return new Finding(id, 7, 2024, content(rule, text), FindingOrigin.RULE, state, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), true, false, 0);
    }

    private static FindingContent content(String rule, String text) {
        return new FindingContent(rule, "1", "", ProblemArea.TREATMENT, Optional.empty(), Severity.WARNING, text,
                List.of(), "GB 1", List.of(), Optional.empty());
    }
}
