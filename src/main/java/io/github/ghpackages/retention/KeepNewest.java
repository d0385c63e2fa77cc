package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keep the newest N versions of a kind, in the whole package or in each of its lines, and with {@code keepLines=M} only in the
 * newest M lines. Counted are all versions of the kind that {@code versions} selects, whatever else keeps or deletes them. Plain
 * and qualified names are ranked separately, N of each, so that a branch build never takes the place of a release. A name that has
 * no place in version order can't be counted: it is kept, unless an age rule of its kind decides.
 */
public record KeepNewest(VersionKind kind, int count) implements Rule {

    /** In the order of the kinds. */
    static final List<Type> TYPES = List.of(
            type("keepReleases", VersionKind.RELEASE),
            type("keepPrereleases", VersionKind.PRERELEASE),
            type("keepSnapshots", VersionKind.SNAPSHOT));

    /** The parameters that count, for messages. */
    static final String PARAMETERS = "keepReleases, keepPrereleases or keepSnapshots";

    private static Type type(String parameter, VersionKind kind) {
        return new Type(parameter, values -> values.count(parameter).map(count -> new KeepNewest(kind, count)));
    }

    @Override
    public Type type() {
        return TYPES.get(kind.ordinal());
    }

    @Override
    public String toString() {
        return type().rule() + "=" + count;
    }

    @Override
    public List<String> problems() {
        return count < 0 ? List.of(this + " is negative; a count must be 0 or more.") : List.of();
    }

    @Override
    public boolean keepsNone() {
        return count == 0;
    }

    @Override
    public Judge on(PackageJudge versions) {
        return new Ranked(this, versions);
    }

    /** The places of the versions of one package. */
    private static final class Ranked implements Judge {

        private final KeepNewest rule;
        private final Policy policy;
        private final boolean hasAgeRule;
        private final Map<Long, Ranking.Place> places = new HashMap<>();

        Ranked(KeepNewest rule, PackageJudge versions) {
            this.rule = rule;
            this.policy = versions.policy();
            this.hasAgeRule = policy.rule(KeepNewerThan.class, rule.kind).isPresent();
            Ranking plain = new Ranking(rule.kind.toString(), policy.keepPer());
            Ranking qualified = new Ranking("qualified " + rule.kind, policy.keepPer());
            for (RankedVersion version : versions.selected()) {
                if (version.kind() == rule.kind && version.hasPlace()) {
                    Ranking ranking = version.isPlain() ? plain : qualified;
                    places.put(version.version().id(), ranking.add(version.name()));
                }
            }
        }

        @Override
        public boolean grantsPlace(RankedVersion version) {
            Ranking.Place place = places.get(version.version().id());
            return place != null && place.rank() <= rule.count && isInKeptLine(place);
        }

        @Override
        public @Nullable Finding judge(RankedVersion version) {
            if (rule.count == 0) {
                return hasAgeRule ? null : finding(Effect.EXPIRE, "no " + rule.kind + " is kept (" + rule + ")");
            }
            Ranking.Place place = places.get(version.version().id());
            if (place == null) {
                return hasAgeRule
                        ? null
                        : finding(
                                Effect.KEEP,
                                "its name has no place in version order, so it can't be counted (" + rule + ")");
            }
            if (!isInKeptLine(place)) {
                return finding(Effect.EXPIRE, lineReason(place));
            }
            return finding(place.rank() <= rule.count ? Effect.KEEP : Effect.EXPIRE, rankReason(place));
        }

        private boolean isInKeptLine(Ranking.Place place) {
            return policy.keepLines() == null || place.line().rank() <= policy.keepLines();
        }

        private String rankReason(Ranking.Place place) {
            return policy.keepPer() == KeepPer.PACKAGE
                    ? place.shown() + " (" + rule + ")"
                    : place.shown() + " in line " + place.line().label() + " (" + rule + ", keepPer=" + policy.keepPer()
                            + ")";
        }

        private String lineReason(Ranking.Place place) {
            return place.lineShown() + " (keepLines=" + policy.keepLines() + ", keepPer=" + policy.keepPer() + ")";
        }

        private Finding finding(Effect effect, String reason) {
            return new Finding(effect, rule.type(), reason);
        }
    }
}
