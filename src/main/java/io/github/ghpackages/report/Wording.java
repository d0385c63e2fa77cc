package io.github.ghpackages.report;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.text.English;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the tables show dates and names. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private Wording() {}

    /** The package; with its type where it is not Maven's, and with its API where the report has several. */
    static String heading(PackageRef ref, Set<ApiUrl> apis) {
        var type =
                ref.name().type() == PackageType.MAVEN ? "" : " (" + ref.name().type() + ")";
        var api = apis.size() > 1 ? " at " + ref.account().apiUrl().shown() : "";
        return ref + type + api;
    }

    static String name(String version) {
        return version.isBlank() ? "\"" + version + "\"" : version;
    }

    static String day(@Nullable Instant instant) {
        return instant == null ? "-" : DAY.format(instant);
    }

    /** {@code 40 days ago}: by whole days, so that modules that were published together look alike. */
    static String age(@Nullable Instant instant, Instant now) {
        if (instant == null) {
            return "-";
        }
        long days = Duration.between(instant, now).toDays();
        return days < 1 ? "today" : English.count(days, "day") + " ago";
    }

    /** {@code 10 releases, 1 snapshot}. */
    static String kinds(Map<VersionKind, Integer> counts) {
        return counts.entrySet().stream()
                .map(kind -> English.count(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** Of GitHub's two dates the later one: the one by which a release is young or old. */
    static @Nullable Instant later(PackageVersion version) {
        var created = version.createdAt();
        var updated = version.updatedAt();
        if (created == null || updated == null) {
            return created == null ? updated : created;
        }
        return created.isAfter(updated) ? created : updated;
    }

    /** {@code , 1 refused, 2 not attempted}, without the outcome that was said before. */
    static String others(Map<Outcome, Integer> totals, Outcome said) {
        return totals.entrySet().stream()
                .filter(total -> total.getKey() != said)
                .map(total -> ", " + total.getValue() + " " + words(total.getKey()))
                .collect(Collectors.joining());
    }

    /** How a row with this outcome is shown. */
    static Style style(Outcome outcome) {
        if (outcome.isFailure()) {
            return Style.ALARM;
        }
        return outcome == Outcome.PLANNED ? Style.CHANGE : Style.PLAIN;
    }

    static String words(Outcome outcome) {
        return outcome.toString().replace('-', ' ');
    }
}
