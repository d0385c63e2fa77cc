package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keep the newest N versions of a kind, in the whole package or in each of its lines, and with {@code keepLines=M} only in the
 * newest M lines. Counted are all versions of the kind that {@code versions} selects, whatever else keeps or deletes them. Plain
 * and qualified names are ranked apart, N of each, so that a branch build takes no place from a release. A name that has no place
 * in version order can't be counted and stays, unless an age rule of its kind decides.
 */
final class KeepNewest implements Rule {

    private final Policy policy;
    private final VersionKind kind;
    private final int count;
    private final String parameter;
    private final boolean hasAgeRule;
    private final Map<Long, Ranking.Place> places = new HashMap<>();

    /**
     * @param selected the versions that {@code versions} selects, of any kind, newest first
     */
    KeepNewest(Policy policy, VersionKind kind, int count, List<RankedVersion> selected) {
        this.policy = policy;
        this.kind = kind;
        this.count = count;
        this.parameter = Words.countParameter(kind) + "=" + count;
        this.hasAgeRule = policy.keepNewerThan().containsKey(kind);
        Ranking plain = new Ranking(kind.toString(), policy.keepPer());
        Ranking qualified = new Ranking("qualified " + kind, policy.keepPer());
        for (RankedVersion candidate : selected) {
            if (candidate.kind() == kind && candidate.hasPlace()) {
                Ranking ranking = candidate.isPlain() ? plain : qualified;
                places.put(candidate.version().id(), ranking.add(candidate.name()));
            }
        }
    }

    /** Whether it has one of the places that the count gives, so that all behind it would move up without it. */
    boolean isAmongNewest(RankedVersion candidate) {
        if (candidate.kind() != kind) {
            return false;
        }
        Ranking.Place place = places.get(candidate.version().id());
        return place != null && place.rank() <= count && isInKeptLine(place);
    }

    @Override
    public @Nullable Finding judge(RankedVersion candidate) {
        if (candidate.kind() != kind) {
            return null;
        }
        if (count == 0) {
            return hasAgeRule ? null : finding(Finding.Effect.LET_GO, "no " + kind + " is kept (" + parameter + ")");
        }
        Ranking.Place place = places.get(candidate.version().id());
        if (place == null) {
            return hasAgeRule
                    ? null
                    : finding(
                            Finding.Effect.KEEP,
                            "its name has no place in version order, so it can't be counted (" + parameter + ")");
        }
        if (!isInKeptLine(place)) {
            return finding(Finding.Effect.LET_GO, lineReason(place));
        }
        return finding(place.rank() <= count ? Finding.Effect.KEEP : Finding.Effect.LET_GO, rankReason(place));
    }

    private boolean isInKeptLine(Ranking.Place place) {
        return policy.keepLines() == null || place.line().rank() <= policy.keepLines();
    }

    private String rankReason(Ranking.Place place) {
        return policy.keepPer() == KeepPer.PACKAGE
                ? place.shown() + " (" + parameter + ")"
                : place.shown() + " in line " + place.line().label() + " (" + parameter + ", keepPer="
                        + policy.keepPer() + ")";
    }

    private String lineReason(Ranking.Place place) {
        return place.lineShown() + " (keepLines=" + policy.keepLines() + ", keepPer=" + policy.keepPer() + ")";
    }

    private Finding finding(Finding.Effect effect, String reason) {
        return new Finding(effect, Words.countParameter(kind), reason);
    }
}
