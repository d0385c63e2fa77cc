package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.Unresolved;
import io.github.ghpackages.text.SafeText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One argument: the text of a parameter and where it is written. Parses the text, or explains what is wrong with it. */
public record Argument(String name, String text, List<Source> sources) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%?");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private static final Pattern SHORT_DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    /** The parameter whose elements may be ranges. */
    private static final String WITH_RANGES = "versions";

    private static final String NO_DURATION = "it is not a duration";
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final String DURATIONS = "Write one such as 30s, 10m or PT30S.";

    /**
     * Keeps the text without the blanks around it.
     *
     * @param name of the parameter
     * @param text what is written; a list with commas
     * @param sources where it is written; of a united list, all that contribute
     */
    public Argument {
        text = text.trim();
        sources = List.copyOf(sources);
    }

    /** A text from elsewhere, such as a journal. */
    public static Argument of(String name, String text) {
        return new Argument(name, text, List.of());
    }

    /** Whether it is from the command line and nowhere else. */
    public boolean isTyped() {
        return sources.equals(List.of(Source.COMMAND_LINE));
    }

    /** Where it comes from, in words: {@code command line}, {@code pom.xml} and so on. */
    public String source() {
        return sources.stream().map(Source::toString).collect(Collectors.joining(" and "));
    }

    /** The elements of a list; empty places are dropped. */
    public List<Argument> elements() {
        return texts().stream()
                .map(element -> new Argument(name, element, sources))
                .toList();
    }

    /** The texts of these. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String element : name.equals(WITH_RANGES) ? outsideBrackets(text) : List.of(text.split(","))) {
            String trimmed = element.trim();
            if (!trimmed.isEmpty()) {
                texts.add(trimmed);
            }
        }
        return List.copyOf(texts);
    }

    /** Parts between commas, but for those of a range such as {@code [1.0,2.0)}. */
    private static List<String> outsideBrackets(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean inRange = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ',' && !inRange) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
            inRange = "[(".indexOf(character) >= 0 || inRange && "])".indexOf(character) < 0;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Only {@code true} and {@code false} are accepted. */
    public boolean flag() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("only true and false are accepted", "Write true or false.");
        };
    }

    /** A whole number, 0 or more. */
    public int count() {
        if (!DIGITS.matcher(text).matches()) {
            throw wrong("it must be a whole number, 0 or more", "Write a number such as 5.");
        }
        return Integer.parseInt(text);
    }

    /** A whole number, 1 or more. */
    public int positive() {
        int count = count();
        if (count == 0) {
            throw wrong("it must be 1 or more", "Write a number such as 5.");
        }
        return count;
    }

    /** From 0 to 100, with or without a percent sign. */
    public double percent() {
        Matcher number = PERCENT.matcher(text);
        if (!number.matches() || Double.parseDouble(number.group(1)) > 100) {
            throw wrong("it must be a percentage from 0 to 100", "Write a number such as 50.");
        }
        return Double.parseDouble(number.group(1));
    }

    /** A name that means one version; deleting takes no patterns. */
    public String exactName() {
        boolean isRange = text.startsWith("[") || text.startsWith("(");
        if (text.contains("*") || text.contains("?") || text.startsWith("!") || isRange) {
            throw wrong(
                    "patterns and ranges are not accepted here",
                    "Write exact names, or prune by a policy with prune-versions.");
        }
        return text;
    }

    /** GitHub's number of a version. */
    public long id() {
        if (!ID.matcher(text).matches()) {
            throw wrong(
                    "a version id is a number"
                            + (text.startsWith("PV_") ? ", and this is an id of the GraphQL API" : ""),
                    "Take the number from the id column of list-versions (-Dghpackages.format=json), or from the end of"
                            + " the version's page URL, or name the version with -Dghpackages.versions.");
        }
        return Long.parseLong(text);
    }

    /** A duration to wait: {@code 500ms}, {@code 30s}, {@code 10m}, {@code 1h} or ISO-8601. */
    public Duration duration() {
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

    /** A file, relative to this folder unless it is absolute. */
    public Path path(Path base) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw wrong("it is not a valid path", "Write a path, relative to the execution root or absolute.");
        }
    }

    /** One of the words of an enumeration: {@code DELETE_PACKAGE} is written {@code deletePackage}. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (spelling(constant).equals(text)) {
                return constant;
            }
        }
        List<String> spellings =
                Arrays.stream(type.getEnumConstants()).map(Argument::spelling).toList();
        throw wrong("it must be one of " + String.join(", ", spellings), "Write one of these words.");
    }

    /** {@code DELETE_PACKAGE} is written {@code deletePackage}. */
    public static String spelling(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder spelling = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            spelling.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return spelling.toString();
    }

    /** A text of a parameter as it may be printed: a URL may have a login in it, and an expression a secret in place of a name. */
    static String shown(String text) {
        int colon = text.indexOf(':');
        boolean mayHaveLogin = text.contains("://") || colon >= 0 && text.indexOf('@', colon) >= 0;
        return mayHaveLogin ? ShownUrl.of(text) : SafeText.harmless(Unresolved.hiddenIn(text));
    }

    /** The error for a text that does not mean what the parameter needs. */
    public PackagesException wrong(String why, String remedy) {
        return new PackagesException(
                Id.INVALID_PARAMETER,
                "Reading " + name + "=" + shown(text) + " failed.",
                "\"" + shown(text) + "\" is not valid: " + why + ".",
                remedy + " Nothing was changed.");
    }

    /** Where an argument is written. What is named first overrides what is named later. */
    public enum Source {
        /** A user property: {@code -D}, or {@code .mvn/maven.config}. */
        COMMAND_LINE("command line"),

        /** A user property of {@code .mvn/maven.config} or {@code MAVEN_ARGS} that is also typed with another value. */
        MAVEN_OPTIONS("maven.config or MAVEN_ARGS"),

        /** The {@code <configuration>} of the plugin or of the execution. */
        CONFIGURATION("pom.xml"),

        /** Such as one in {@code MAVEN_OPTS}. */
        SYSTEM_PROPERTY("system property"),

        /** The {@code <properties>} of a pom, of its parents and profiles, and of profiles in settings.xml. */
        POM_PROPERTY("property of the pom"),

        /** What applies if nothing is written. */
        DEFAULT("default");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
