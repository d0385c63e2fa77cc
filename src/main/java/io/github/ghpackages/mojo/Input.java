package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import io.github.ghpackages.retention.Age;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text of one parameter into what it means, or says what is wrong with it. */
final class Input {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%?");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    private static final String NO_DURATION = "it is no span of time";
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final String DURATIONS = "Write one such as 30s, 10m or PT30S.";
    private static final String AGES = "Write an age such as 30d, 6w, 12h, P30D or P1Y, 0d or more.";

    private final String name;
    private final String text;

    private Input(String name, String text) {
        this.name = name;
        this.text = text.trim();
    }

    static Input of(String name, String text) {
        return new Input(name, text);
    }

    /** Reads a parameter that may be absent. */
    static <T> @Nullable T optional(String name, @Nullable String text, Function<Input, T> reader) {
        return text == null ? null : reader.apply(of(name, text));
    }

    boolean flag() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("only true and false are accepted", "Write true or false.");
        };
    }

    int count() {
        if (!DIGITS.matcher(text).matches()) {
            throw wrong("it must be a whole number, 0 or more", "Write a number such as 5.");
        }
        return Integer.parseInt(text);
    }

    int positive() {
        int count = count();
        if (count == 0) {
            throw wrong("it must be 1 or more", "Write a number such as 5.");
        }
        return count;
    }

    double percent() {
        Matcher number = PERCENT.matcher(text);
        if (!number.matches() || Double.parseDouble(number.group(1)) > 100) {
            throw wrong("it must be a percentage from 0 to 100", "Write a number such as 50.");
        }
        return Double.parseDouble(number.group(1));
    }

    /** A name that means one version; deleting takes no patterns. */
    String exactName() {
        if (text.contains("*") || text.contains("?")) {
            throw wrong(
                    "patterns are not accepted here", "Write exact names, or prune by a policy with prune-versions.");
        }
        return text;
    }

    long id() {
        if (!ID.matcher(text).matches()) {
            throw wrong(
                    "a version id is a number"
                            + (text.startsWith("PV_") ? ", and this is an id of the GraphQL API" : ""),
                    "Take the number from the id column of list-versions (-Dghpackages.format=json), or from the end of"
                            + " the version's page URL, or name the version with -Dghpackages.version.");
        }
        return Long.parseLong(text);
    }

    /** A span of time to wait: {@code 500ms}, {@code 30s}, {@code 10m}, {@code 1h} or ISO-8601. */
    Duration duration() {
        Duration duration = anyDuration();
        if (duration.isNegative()) {
            throw wrong(NO_DURATION, DURATIONS);
        }
        // Beyond some centuries, nanoseconds no longer fit into a long.
        if (duration.compareTo(LONGEST_WAIT) > 0) {
            throw wrong("it is more than a year", DURATIONS);
        }
        return duration;
    }

    private Duration anyDuration() {
        Matcher shortForm = SHORT_DURATION.matcher(text);
        try {
            return shortForm.matches()
                    ? Duration.of(Long.parseLong(shortForm.group(1)), UNITS.get(shortForm.group(2)))
                    : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(NO_DURATION, DURATIONS);
        }
    }

    Age age() {
        try {
            return Age.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(text.contains("-") ? "it is negative" : "it is no age", AGES);
        }
    }

    /** A journal that is to be made. */
    Path newJournal(Path base) {
        if (text.equals(Journals.LAST)) {
            throw wrong(
                    "for restore-version that word means the newest journal, so a file of this name would not be found"
                            + " again",
                    "Name a new file, or leave journal out: the report then names it.");
        }
        return path(base);
    }

    Path path(Path base) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw wrong("it is no path of this system", "Write a path, relative to the execution root or absolute.");
        }
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (spelling(constant).equals(text)) {
                return constant;
            }
        }
        List<String> spellings =
                Arrays.stream(type.getEnumConstants()).map(Input::spelling).toList();
        throw wrong("it must be one of " + String.join(", ", spellings), "Write one of these words.");
    }

    String oneOf(List<String> words) {
        if (!words.contains(text)) {
            throw wrong("it must be one of " + String.join(", ", words), "Write one of these words.");
        }
        return text;
    }

    /** {@code DELETE_PACKAGE} is written {@code deletePackage}. */
    static String spelling(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder spelling = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            spelling.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return spelling.toString();
    }

    private PackagesException wrong(String why, String remedy) {
        return new PackagesException(
                Id.INVALID_PARAMETER,
                "Reading " + name + "=" + Text.harmless(text) + " failed.",
                "\"" + Text.harmless(text) + "\" is not understood: " + why + ".",
                remedy + " Nothing was changed.");
    }
}
