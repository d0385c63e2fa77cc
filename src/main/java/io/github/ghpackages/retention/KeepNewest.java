package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keep the newest N versions of a kind, in the whole package or in each of its lines, and with {@code keepLines=M} only in the
 * newest M lines. Counted are all versions of the kind that {@code versions} selects, whatever else keeps or deletes them. A
 * name that has no place in version order can't be counted and stays, unless an age rule of its kind decides.
 */
final class KeepNewest implements Rule {

    /** Where a version stands: its line, and its rank there, from 1 for the newest. */
    private record Place(Line line, int rank) {}

    private final Policy policy;
    private final VersionKind kind;
    private final int count;
    private final String parameter;
    private final boolean hasAgeRule;
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Line, String> ofLine = new HashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * @param selected the versions that {@code versions} selects, of any kind, newest first
     */
    KeepNewest(Policy policy, VersionKind kind, int count, List<Candidate> selected) {
        this.policy = policy;
        this.kind = kind;
        this.count = count;
        this.parameter = Words.countParameter(kind) + "=" + count;
        this.hasAgeRule = policy.keepNewerThan().containsKey(kind);
        for (Candidate candidate : selected) {
            if (candidate.kind() == kind && candidate.hasPlace()) {
                // Newest first, so a line is met in its rank.
                Line line = lines.computeIfAbsent(
                        Line.label(candidate.name(), policy.keepPer()), label -> new Line(label, lines.size() + 1));
                places.put(candidate.version().id(), new Place(line, line.add()));
            }
        }
    }

    /** Whether it has one of the places that the count gives, so that all behind it would move up without it. */
    boolean isAmongNewest(Candidate candidate) {
        if (candidate.kind() != kind) {
            return false;
        }
        Place place = places.get(candidate.version().id());
        return place != null && place.rank <= count && isInKeptLine(place);
    }

    @Override
    public @Nullable Finding judge(Candidate candidate) {
        if (candidate.kind() != kind) {
            return null;
        }
        if (count == 0) {
            return hasAgeRule ? null : finding(Finding.Effect.LET_GO, "no " + kind + " is kept (" + parameter + ")");
        }
        Place place = places.get(candidate.version().id());
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
        return finding(place.rank <= count ? Finding.Effect.KEEP : Finding.Effect.LET_GO, rankReason(place));
    }

    private boolean isInKeptLine(Place place) {
        return policy.keepLines() == null || place.line.rank() <= policy.keepLines();
    }

    private String rankReason(Place place) {
        return Words.newest(place.rank, place.line.size()) + ofLine.computeIfAbsent(place.line, this::ofLine);
    }

    private String ofLine(Line line) {
        String versions = line.size() == 1 ? " " + kind : " of " + Words.count(line.size(), kind);
        return policy.keepPer() == KeepPer.PACKAGE
                ? versions + " (" + parameter + ")"
                : versions + " in line " + line.label() + " (" + parameter + ", keepPer=" + policy.keepPer() + ")";
    }

    private String lineReason(Place place) {
        return "line " + place.line.label() + " is the " + Words.newest(place.line.rank(), lines.size()) + " of "
                + Words.count(lines.size(), "line") + " with " + kind + "s (keepLines=" + policy.keepLines()
                + ", keepPer=" + policy.keepPer() + ")";
    }

    private Finding finding(Finding.Effect effect, String reason) {
        return new Finding(effect, Words.countParameter(kind), reason);
    }
}
