package org.lantian.engine.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.lantian.engine.document.Block;
import org.lantian.plugin.table.Field;

/** The mapper behind {@link CanonicalJson}; the model stays free of annotations, its names are kept here. */
final class CanonicalMapper {

    private CanonicalMapper() {
    }

    static ObjectMapper create() {
        JsonMapper mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), numbers())
                .addMixIn(Block.class, Tagged.class)
                .addMixIn(Field.class, ById.class)
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        for (Class<?> collection : List.<Class<?>>of(List.class, Set.class, Map.class)) {
            mapper.configOverride(collection)
                    .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                    .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        mapper.registerSubtypes(new NamedType(Block.Heading.class, "heading"),
                new NamedType(Block.Paragraph.class, "paragraph"), new NamedType(Block.Item.class, "item"),
                new NamedType(Block.Table.class, "table"), new NamedType(Block.Chart.class, "chart"),
                new NamedType(Block.Section.class, "section"), new NamedType(Block.PageBreak.class, "pageBreak"), new NamedType(Block.Contents.class, "contents"));
        return mapper;
    }

    private static SimpleModule numbers() {
        return new SimpleModule().addSerializer(new PlainDecimal())
                .addSerializer(new Refused<>(Double.class)).addSerializer(new Refused<>(Float.class))
                .addSerializer(double.class, new Refused<>(Double.class))
                .addSerializer(float.class, new Refused<>(Float.class));
    }

    /** A family of types told apart by the key {@code type}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Tagged {
    }

    /** A constant whose stable name is its id. */
    private interface ById {
        @JsonValue
        String id();
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {
        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toPlainString());
        }
    }

    /** Binary fractions have no place among reported figures. */
    private static final class Refused<T> extends StdSerializer<T> {
        Refused(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.reportMappingProblem("%s has no canonical form, use BigDecimal", handledType().getSimpleName());
        }
    }
}
