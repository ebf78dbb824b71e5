package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;

/** 年度同比变动: yearly figures of the ledger beside those of the year before; called inside the tenant's transaction. */
@Singleton
public class YearJumps {

    /** Usual allowed change. */
    public static final BigDecimal USUAL_RATIO = new BigDecimal("0.3");

    private final Ledger ledger;

    YearJumps(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An enterprise's figure that jumped. */
    public record Found(Enterprise enterprise, Jump jump) {
    }

    /**
     * Every output, fuel, material and emission that differs by more than the ratio from the year before.
     *
     * @param ratio allowed change as a share of the year before
     */
    public List<Found> list(int year, Optional<Long> cluster, BigDecimal ratio) {
        Map<Long, LedgerEntry> before = new HashMap<>();
        entries(year - 1, cluster).forEach(entry -> before.put(entry.enterprise().requireId(), entry));
        List<Found> found = new ArrayList<>();
        entries(year, cluster).forEach(entry -> jumps(entry, before.get(entry.enterprise().requireId()), ratio)
                .forEach(jump -> found.add(new Found(entry.enterprise(), jump))));
        return found;
    }

    private List<LedgerEntry> entries(int year, Optional<Long> cluster) {
        return cluster.map(id -> ledger.list(year, id)).orElseGet(() -> ledger.list(year));
    }

    private static List<Jump> jumps(LedgerEntry now, @Nullable LedgerEntry before,
            BigDecimal ratio) {
        List<Figure> earlier = before == null ? List.of() : YearFigures.of(before);
        return YearFigures.of(now).stream().map(figure -> Jump.between(figure, find(earlier, figure), ratio))
                .filter(Jump::jumped).toList();
    }

    static Optional<Figure> find(List<Figure> figures, Figure like) {
        return figures.stream().filter(figure -> figure.field().equals(like.field()) && figure.row().equals(like.row()))
                .findFirst();
    }
}
