package org.lantian.graphql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.lantian.common.DomainException;

/**
 * A page of a list in Relay's form.
 *
 * @param total counts the whole list; asked only if {@code totalCount} is selected
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, LongSupplier total) {

    /** Largest and usual page. */
    public static final int LARGEST_PAGE = 500;
    public static final int USUAL_PAGE = 50;
    private static final int LAST_OFFSET = Integer.MAX_VALUE - LARGEST_PAGE - 2;

    /** An entry and where it stands. */
    public record Edge<T>(T node, String cursor) {
    }

    /** Whether more follows, and from where. */
    public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, Optional<String> startCursor,
            Optional<String> endCursor) {
    }

    public Connection {
        edges = List.copyOf(edges);
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    public long totalCount() {
        return total.getAsLong();
    }

    /**
     * What a fetcher needs to read a page by offset: read {@code size + 1} rows from {@code offset}.
     */
    public record Window(int offset, int size) {

        /**
         * @param first requested size, or null
         * @param after cursor of the entry before the page, or null
         * @throws DomainException BAD_REQUEST if the size is out of range or the cursor is not one of ours
         */
        public static Window of(@org.jspecify.annotations.Nullable Integer first,
                @org.jspecify.annotations.Nullable String after) {
            int size = first == null ? USUAL_PAGE : first;
            if (size < 1 || size > LARGEST_PAGE) {
                throw DomainException.badRequest("PAGE_SIZE", "first 必须在 1 至 " + LARGEST_PAGE + " 之间。");
            }
            return new Window(after == null ? 0 : following(after), size);
        }

        private static int following(String cursor) {
            long offset = GlobalId.parse("Cursor", cursor);
            if (offset < 0 || offset >= LAST_OFFSET) {
                throw DomainException.badRequest("CURSOR_INVALID", "after “" + cursor + "”不是有效的游标。");
            }
            return (int) offset + 1;
        }

        /** Makes the page of the rows read, one more than its size where more follow. */
        public <R, T> Connection<T> page(List<R> rows, Function<R, T> node, LongSupplier total) {
            int count = Math.min(size, rows.size());
            List<Edge<T>> edges = java.util.stream.IntStream.range(0, count)
                    .mapToObj(i -> new Edge<>(node.apply(rows.get(i)), GlobalId.of("Cursor", offset + i))).toList();
            PageInfo info = new PageInfo(rows.size() > size, offset > 0,
                    edges.isEmpty() ? Optional.empty() : Optional.of(edges.getFirst().cursor()),
                    edges.isEmpty() ? Optional.empty() : Optional.of(edges.getLast().cursor()));
            return new Connection<>(edges, info, total);
        }
    }
}
