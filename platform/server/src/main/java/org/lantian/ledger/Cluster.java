package org.lantian.ledger;

import java.time.OffsetDateTime;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import org.jspecify.annotations.Nullable;

import org.lantian.engine.sheet.CellText;
import org.lantian.plugin.vocabulary.Approval;

/**
 * 集群: a cluster of enterprises.
 *
 * @param nameKey the name as it is compared
 */
@MappedEntity("cluster")
public record Cluster(@Id @GeneratedValue @Nullable Long id, String name, String nameKey, @Nullable Approval approval,
        OffsetDateTime updatedAt, @Version int rowVersion) {

    static Cluster named(String name, @Nullable Approval approval, OffsetDateTime now) {
        return new Cluster(null, name, CellText.key(name), approval, now, 0);
    }

    Cluster with(@Nullable Approval changed, OffsetDateTime now) {
        return new Cluster(id, name, nameKey, changed, now, rowVersion);
    }

    /** The row's id. */
    public long requireId() {
        return java.util.Objects.requireNonNull(id, "a cluster that is not stored yet");
    }
}
