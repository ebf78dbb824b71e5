package org.lantian.ledger.succession;

import java.util.List;
import java.util.Map;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.tenancy.RowQueries;

/** A follower whose rows each belong to one enterprise and are handed over as they are. */
public abstract class FollowingRows implements EnterpriseFollower {

    private final RowQueries queries;
    private final String word;
    private final String move;
    private final String besides;
    private final String notOwn;

    /**
     * @param word the follower's own word for the ids of what moved
     * @param move UPDATE of the table as {@code r} whose three parameters are the one enterprise, the other and the one again
     * @param besides what counts of an enterprise's rows: {@code FROM … WHERE} up to a condition on {@code enterprise_id}
     *     with one parameter
     * @param notOwn Chinese sentence where a chosen row is not the enterprise's
     */
    protected FollowingRows(RowQueries queries, String word, String move, String besides, String notOwn) {
        this.queries = queries;
        this.word = word;
        this.move = move;
        this.besides = besides;
        this.notOwn = notOwn;
    }

    /**
     * Gives outlets that an enterprise's rows name their other numbers; rows that name none need not.
     *
     * @param outlets number there shall be by number there is
     */
    protected void renumber(long enterprise, Map<String, String> outlets) {
    }

    @Override
    public final Map<String, List<Long>> merged(long from, long into, Figures figures, Map<String, String> outlets) {
        renumber(from, outlets);
        return Map.of(word, queries.list(move + " RETURNING r.id", statement -> {
            statement.setLong(1, into);
            statement.setLong(2, from);
            statement.setLong(3, into);
        }, row -> row.getLong(1)));
    }

    @Override
    public final Map<String, List<Long>> split(long from, long into, List<Long> chosen) {
        List<Long> moved = move(from, into, chosen);
        if (moved.size() < chosen.size()) {
            throw new UserErrorsException(
                    List.of(new UserError(List.of("parts", "follows"), "FOLLOWER_NOT_OWN", notOwn, List.of())));
        }
        return Map.of(word, moved);
    }

    @Override
    public final void moveBack(long from, long into, Map<String, List<Long>> moved, Map<String, String> outlets) {
        move(from, into, moved.getOrDefault(word, List.of()));
        renumber(into, outlets);
    }

    private List<Long> move(long from, long into, List<Long> ids) {
        return queries.list(move + " AND r.id = ANY (?) RETURNING r.id", statement -> {
            statement.setLong(1, into);
            statement.setLong(2, from);
            statement.setLong(3, into);
            RowQueries.ids(statement, 4, ids);
        }, row -> row.getLong(1));
    }

    @Override
    public final int besides(long enterprise, Map<String, List<Long>> moved) {
        return queries.list("SELECT count(*) " + besides + " AND NOT (id = ANY (?))", statement -> {
            statement.setLong(1, enterprise);
            RowQueries.ids(statement, 2, moved.getOrDefault(word, List.of()));
        }, row -> row.getInt(1)).getFirst();
    }
}
