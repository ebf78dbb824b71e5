package org.lantian.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import org.jspecify.annotations.Nullable;

/**
 * 企业: an enterprise of a cluster. A text {@code /} says that there is none.
 *
 * @param nameKey the name as it is compared
 * @param divisionCode GB/T 2260 code of the county, where its name is known
 * @param industry 行业类别 as written
 * @param industryCode GB/T 4754-2017 code, where the text names one
 * @param grade 环保绩效等级 as written
 * @param attributes columns a profile declares beyond the catalogue, by column id
 */
@MappedEntity("enterprise")
public record Enterprise(@Id @GeneratedValue @Nullable Long id, long clusterId, String name, String nameKey,
        @Nullable String creditCode, @Nullable String permitNumber, @Nullable String county, @Nullable String town,
        @Nullable String divisionCode, @Nullable String industry, @Nullable String industryCode,
        @Nullable String grade, @TypeDef(type = DataType.JSON) List<String> tags,
        @TypeDef(type = DataType.JSON) Map<String, String> attributes, OffsetDateTime updatedAt,
        @Version int rowVersion) {

    public Enterprise {
        tags = List.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** The row's id. */
    public long requireId() {
        return Objects.requireNonNull(id, "an enterprise that is not stored yet");
    }

    /** The same, stored under an id in a cluster. */
    Enterprise placed(@Nullable Long as, long cluster) {
        return new Enterprise(as, cluster, name, nameKey, creditCode, permitNumber, county, town, divisionCode, industry,
                industryCode, grade, tags, attributes, updatedAt, rowVersion);
    }

    /** Whether the two say the same; when and in which version does not count. */
    boolean sameAs(Enterprise other) {
        return equals(new Enterprise(id, other.clusterId, other.name, other.nameKey, other.creditCode,
                other.permitNumber, other.county, other.town, other.divisionCode, other.industry, other.industryCode,
                other.grade, other.tags, other.attributes, updatedAt, rowVersion));
    }
}
