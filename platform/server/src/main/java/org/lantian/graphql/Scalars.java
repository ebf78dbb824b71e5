package org.lantian.graphql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;

import org.lantian.common.Clocks;

/** The scalars of the API: exact decimals and dates as strings. */
final class Scalars {

    static final GraphQLScalarType DECIMAL = scalar("Decimal", "An exact decimal, written as a JSON string",
            new TextCoercing<>(BigDecimal.class, Scalars::decimal, BigDecimal::toPlainString));
    static final GraphQLScalarType DATE = scalar("Date", "A calendar day, ISO 8601 (yyyy-MM-dd)",
            new TextCoercing<>(LocalDate.class, LocalDate::parse, LocalDate::toString));
    static final GraphQLScalarType DATE_TIME = scalar("DateTime", "An instant, ISO 8601 with offset",
            new TextCoercing<>(OffsetDateTime.class, OffsetDateTime::parse, instant -> instant
                    .atZoneSameInstant(Clocks.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));

    private Scalars() {
    }

    private static GraphQLScalarType scalar(String name, String description, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).description(description).coercing(coercing).build();
    }

    /** Bounds the exponent: 1e999999999 is eleven characters and a gigabyte of digits. */
    private static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.precision() - value.scale()) > 60 || value.scale() > 60) {
            throw new NumberFormatException("more than 60 digits");
        }
        return value;
    }

    /** Reads and writes one Java type as text. */
    private record TextCoercing<T>(Class<T> type, Function<String, T> reader, Function<T, String> writer)
            implements Coercing<T, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            if (!type.isInstance(value)) {
                throw new CoercingSerializeException("expected " + type.getSimpleName() + ", found " + value.getClass());
            }
            return writer.apply(type.cast(value));
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return read(input instanceof Number number ? number.toString() : (String) input);
            } catch (DateTimeException | NumberFormatException | ClassCastException e) {
                throw new CoercingParseValueException("'" + input + "' is no " + type.getSimpleName());
            }
        }

        @Override
        public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String text = switch (input) {
                case StringValue string -> string.getValue();
                case IntValue integer -> integer.getValue().toString();
                case FloatValue real -> real.getValue().toString();
                default -> "";
            };
            try {
                return read(text);
            } catch (DateTimeException | NumberFormatException e) {
                throw new CoercingParseLiteralException("'" + text + "' is no " + type.getSimpleName());
            }
        }

        private T read(String text) {
            return reader.apply(text.strip());
        }
    }
}
