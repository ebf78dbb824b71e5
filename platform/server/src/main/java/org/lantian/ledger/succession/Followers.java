package org.lantian.ledger.succession;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.LedgerListener;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;

/** All followers together; also tells them of the renames that an import makes by credit code. */
@Singleton
final class Followers implements LedgerListener {

    private final List<EnterpriseFollower> followers;

    Followers(List<EnterpriseFollower> followers) {
        this.followers = List.copyOf(followers);
    }

    @Override
    public void written(ChangeOrigin origin, Stream<EntryChange> changes) {
        if (origin instanceof ChangeOrigin.OfImport) {
            changes.filter(change -> change.before().isPresent()).forEach(change -> renamed(
                    change.enterprise().requireId(), change.before().orElseThrow().enterprise().name(),
                    change.enterprise().name()));
        }
    }

    void renamed(long enterprise, String before, String after) {
        if (!before.equals(after)) {
            followers.forEach(follower -> follower.renamed(enterprise, before, after));
        }
    }

    Map<String, Map<String, List<Long>>> merged(long from, long into, Figures figures,
            Map<String, String> outlets) {
        Map<String, Map<String, List<Long>>> moved = new LinkedHashMap<>();
        followers.forEach(follower -> moved.put(follower.type(), follower.merged(from, into, figures, outlets)));
        return moved;
    }

    /** @param chosen ids by type */
    Map<String, Map<String, List<Long>>> split(long from, long into, Map<String, List<Long>> chosen) {
        List<String> known = followers.stream().map(EnterpriseFollower::type).toList();
        if (!known.containsAll(chosen.keySet())) {
            throw new UserErrorsException(List.of(new UserError(List.of("parts", "follows"), "FOLLOWER_UNKNOWN",
                    "只有这些可以随拆分划转：" + String.join("、", known) + "。", known)));
        }
        Map<String, Map<String, List<Long>>> moved = new LinkedHashMap<>();
        followers.stream().filter(follower -> chosen.containsKey(follower.type())).forEach(follower -> moved
                .put(follower.type(), follower.split(from, into, chosen.get(follower.type()))));
        return moved;
    }

    void moveBack(long from, long into, Undo.Move move) {
        Map<String, String> outlets = new HashMap<>();
        move.outlets().forEach((before, after) -> outlets.put(after, before));
        followers.forEach(follower -> follower.moveBack(from, into,
                move.moved().getOrDefault(follower.type(), Map.of()), outlets));
    }

    /** Types of what an enterprise has besides what moved to it. */
    List<String> besides(long enterprise, Undo.Move move) {
        return followers.stream().filter(follower -> follower.besides(enterprise,
                move.moved().getOrDefault(follower.type(), Map.of())) > 0).map(EnterpriseFollower::type).toList();
    }
}
