package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import io.github.ghpackages.retention.Age;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text of one parameter into what it means, or says what is wrong with it. */
final class Input {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

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
    static <T> @Nullable T optional(
            String name, @Nullable String text, Function<Input, T> reader) {
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
        try {
            double percent = Double.parseDouble(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            throw wrong("it must be a percentage from 0 to 100", "Write a number such as 50.");
        }
        throw wrong("it must be a percentage from 0 to 100", "Write a number such as 50.");
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

    Age age() {
        try {
            return Age.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), "Write an age such as 30d, 6w, 12h, P30D or P1Y, 0d or more.");
        }
    }

    URI url() {
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || uri.getScheme() == null) {
                throw wrong("it is no absolute URL", "Write it with its scheme and host, such as https://HOST/path.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading the parameter " + name + " failed.",
                    "It is no URL.",
                    "Write it with its scheme and host, such as https://HOST/path.");
        }
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
