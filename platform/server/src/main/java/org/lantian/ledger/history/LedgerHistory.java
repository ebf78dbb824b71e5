package org.lantian.ledger.history;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.LedgerListener;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Approval;
import org.lantian.profile.Profiles;

/** Keeps and reads the history of the ledger; called inside the tenant's transaction. */
@Singleton
public class LedgerHistory implements LedgerListener {

    private final ChangeRows rows;
    private final Profiles profiles;
    private final Clock clock;

    LedgerHistory(ChangeRows rows, Profiles profiles, Clock clock) {
        this.rows = rows;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public void written(ChangeOrigin origin, Stream<EntryChange> changes) {
        rows.insert(origin, false,
                changes.map(change -> new ChangeRows.Written(change.enterprise().requireId(), EntryDiff.of(change)))
                        .filter(change -> !change.fields().isEmpty()).iterator(),
                OffsetDateTime.now(clock));
    }

    @Override
    public void clustersWritten(ChangeOrigin origin, List<Cluster> before, List<Cluster> after) {
        Map<Long, Cluster> known = new HashMap<>();
        before.forEach(cluster -> known.put(cluster.requireId(), cluster));
        rows.insert(origin, true,
                after.stream()
                        .map(cluster -> new ChangeRows.Written(cluster.requireId(),
                                diff(Optional.ofNullable(known.get(cluster.requireId())), cluster)))
                        .filter(change -> !change.fields().isEmpty()).iterator(),
                OffsetDateTime.now(clock));
    }

    private static List<FieldChange> diff(Optional<Cluster> before, Cluster after) {
        List<FieldChange> fields = new ArrayList<>();
        note(fields, Field.CLUSTER_NAME, before.map(Cluster::name), Optional.of(after.name()));
        note(fields, Field.CLUSTER_APPROVAL, before.flatMap(LedgerHistory::approval), approval(after));
        return fields;
    }

    private static void note(List<FieldChange> fields, Field field, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            fields.add(new FieldChange(field.id(), Optional.empty(), Optional.empty(), before, after));
        }
    }

    private static Optional<String> approval(Cluster cluster) {
        return Optional.ofNullable(cluster.approval()).map(Approval::term);
    }

    /**
     * A page of the history of many enterprises, by enterprise, newest first.
     *
     * @param field only this field, as {@link #requireField} returns it
     */
    public Map<Long, List<LedgerChange>> ofEnterprises(Collection<Long> enterprises, Optional<String> field, int offset,
            int limit) {
        return rows.ofEnterprises(enterprises, field, offset, limit).stream()
                .collect(Collectors.groupingBy(LedgerChange::subject));
    }

    public long countOfEnterprise(long enterprise, Optional<String> field) {
        return rows.countOfEnterprise(enterprise, field);
    }

    /** A page of a cluster's own history: its name and approval. */
    public List<LedgerChange> ofCluster(long cluster, Optional<String> field, int offset, int limit) {
        return rows.ofCluster(cluster, field, offset, limit);
    }

    public long countOfCluster(long cluster, Optional<String> field) {
        return rows.countOfCluster(cluster, field);
    }

    /** What one import, command or form changed at enterprises, in the order in which it was written. */
    public List<LedgerChange> ofOrigin(LedgerChange.Origin origin, long id, int offset, int limit) {
        return rows.ofOrigin(origin, id, offset, limit);
    }

    public long countOfOrigin(LedgerChange.Origin origin, long id) {
        return rows.countOfOrigin(origin, id);
    }

    /**
     * The id of a field.
     *
     * @param given a catalogue id, a declared column's id, or the Chinese name of either
     * @throws DomainException BAD_REQUEST if there is no such field
     */
    public String requireField(String given) {
        String text = given.strip();
        return Field.ofId(text).map(Field::id).or(() -> named(text)).or(() -> column(text))
                .orElseThrow(() -> DomainException.badRequest("FIELD_UNKNOWN",
                        "没有字段“" + given + "”：请写字段编号（如 product.output）或名称（如 " + Field.PRODUCT_OUTPUT.meaning() + "）。"));
    }

    /** The Chinese name of a field; its id where the profile has no such column any more. */
    public String term(String field) {
        return Field.ofId(field).map(Field::meaning).or(() -> extensions().filter(column -> column.id().equals(field))
                .map(ColumnSpec::header).findFirst()).orElse(field);
    }

    /** What changed, in words: 2024年产能（硅铁）. */
    public String name(FieldChange change) {
        return change.year().map(year -> year + "年").orElse("") + term(change.field())
                + change.row().map(row -> "（" + row + "）").orElse("");
    }

    private static Optional<String> named(String text) {
        return Stream.of(Field.values()).filter(field -> field.meaning().equals(text)
                || field.meaning().startsWith(text + "，")).map(Field::id).findFirst();
    }

    private Optional<String> column(String text) {
        return extensions().filter(column -> column.id().equals(text) || column.header().equals(text))
                .map(ColumnSpec::id).findFirst();
    }

    private Stream<ColumnSpec> extensions() {
        return profiles.current().tables().stream().flatMap(table -> table.leaves().stream())
                .filter(column -> column.field().isEmpty());
    }
}
