package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import io.github.ghpackages.text.English;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
                return hasAgeRule ? null : finding(Effect.EXPIRE, "no " + rule.kind + " is kept", rule);
            }
            Ranking.Place place = places.get(version.version().id());
            if (place == null) {
                return hasAgeRule
                        ? null
                        : finding(Effect.KEEP, "its name has no place in version order, so it can't be counted", rule);
            }
            if (!isInKeptLine(place)) {
                return finding(
                        Effect.EXPIRE,
                        place.lineShown(),
                        "keepLines=" + policy.keepLines() + ", keepPer=" + policy.keepPer());
            }
            Effect effect = place.rank() <= rule.count ? Effect.KEEP : Effect.EXPIRE;
            return policy.keepPer() == KeepPer.PACKAGE
                    ? finding(effect, place.shown(), rule)
                    : finding(
                            effect,
                            place.shown() + " in line " + place.line().label(),
                            rule + ", keepPer=" + policy.keepPer());
        }

        private boolean isInKeptLine(Ranking.Place place) {
            return policy.keepLines() == null || place.line().rank() <= policy.keepLines();
        }

        private Finding finding(Effect effect, String fact, Object parameters) {
            return new Finding(effect, rule.type(), fact, parameters);
        }
    }

    /** The versions that a count ranks together: the plain ones of a kind, or the qualified ones, in their lines. */
    static final class Ranking {

        private final String noun;
        private final KeepPer per;
        private final Map<String, Line> lines = new LinkedHashMap<>();

        /**
         * @param noun what each of the versions is, such as {@code qualified release}
         */
        Ranking(String noun, KeepPer per) {
            this.noun = noun;
            this.per = per;
        }

        /**
         * Where a version is: its line, and its rank there, from 1 for the newest.
         *
         * @param ranking whose lines are counted
         */
        record Place(Ranking ranking, Line line, int rank) {

            /** {@code 3rd newest of 5 releases}. */
            String shown() {
                int size = line.size();
                return English.newest(rank, size)
                        + (size == 1 ? " " + ranking.noun : " of " + English.count(size, ranking.noun));
            }

            /** {@code line 1 is the 3rd newest of 4 lines with releases}. */
            String lineShown() {
                int size = ranking.lines.size();
                return "line " + line.label() + " is the " + English.newest(line.rank(), size) + " of "
                        + English.count(size, "line") + " with " + ranking.noun + "s";
            }
        }

        /** Adds the next version, from the newest on, so that lines come in the order of their ranks. */
        Place add(String name) {
            Line line = lines.computeIfAbsent(Line.label(name, per), label -> new Line(label, lines.size() + 1));
            return new Place(this, line, line.add());
        }

        /**
         * The versions that share a major, or a major.minor: the leading numbers after an optional {@code v}; a missing minor counts
         * as 0.
         */
        static final class Line {

            private static final String WHOLE_PACKAGE = "";

            private final String label;
            private final int rank;
            private int size;

            /**
             * @param label such as {@code 1.4}; empty for the whole package
             * @param rank from 1 for the newest line
             */
            Line(String label, int rank) {
                this.label = label;
                this.rank = rank;
            }

            /** The label of the line of a version that has a place in version order. A commit hash is no minor. */
            static String label(String versionName, KeepPer per) {
                if (per == KeepPer.PACKAGE) {
                    return WHOLE_PACKAGE;
                }
                String name = NameParts.withoutHashes(versionName);
                int start = SortKey.startOfNumber(name);
                int end = endOfNumber(name, start);
                String major = number(name, start, end);
                if (per == KeepPer.MAJOR) {
                    return major;
                }
                int minorStart = Math.min(end + 1, name.length());
                boolean hasMinor = end < name.length() && name.charAt(end) == '.';
                return major + "." + number(name, minorStart, hasMinor ? endOfNumber(name, minorStart) : minorStart);
            }

            /** Adds the next version, from the newest on; returns its rank. */
            int add() {
                return ++size;
            }

            String label() {
                return label;
            }

            int rank() {
                return rank;
            }

            int size() {
                return size;
            }

            private static int endOfNumber(String name, int start) {
                int end = start;
                while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
                    end++;
                }
                return end;
            }

            /** Without leading zeros; nothing counts as 0. */
            private static String number(String name, int start, int end) {
                int first = start;
                while (first < end && name.charAt(first) == '0') {
                    first++;
                }
                return first == end ? "0" : name.substring(first, end);
            }
        }
    }
}
