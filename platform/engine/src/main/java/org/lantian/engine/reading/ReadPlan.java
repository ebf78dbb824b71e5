package org.lantian.engine.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read from a plan.
 *
 * @param title title of the plan itself, without its state
 * @param number 发文字号 of the document, with 〔〕
 * @param state 征求意见稿, 送审稿, 印发 …
 * @param issuedOn day on which it was issued or signed
 * @param profile {@code id@version} of the profile whose grammar was used
 * @param sections in document order, each before its sub-sections
 * @param unread lines that were not understood
 */
public record ReadPlan(String title, Optional<String> number, Optional<String> state, Optional<LocalDate> issuedOn,
        String profile, List<ReadSection> sections, List<ReadTable> tables, List<UnreadLine> unread) {

    public ReadPlan {
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        unread = List.copyOf(unread);
    }

    /** The targets that its text and tables set, in document order. */
    public List<ReadTarget> targets() {
        return TargetReader.of(sections, tables);
    }

    /** All numbered items in document order. */
    public Stream<ReadItem> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}
