package io.github.ghpackages.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the versions that may follow a name in a text. */
final class VersionsInText {

    /** Between the parts of coordinates as Maven writes them. */
    static final char COLON = ':';

    /** What no version can contain, since Maven refuses it, and quotes. */
    private static final String ENDS = "\\/:\"<>|?*[](){},'`";

    /** No file name can hold more. */
    private static final int LONGEST = 255;

    /**
     * A version in a text.
     *
     * @param end where it ends
     */
    record Found(String version, int end) {}

    private VersionsInText() {}

    /**
     * The versions behind a separator: behind a colon one of three parts, {@code version}, {@code type:version} or
     * {@code type:classifier:version}, and else the next part. More is found than is meant: what is no version protects nothing.
     */
    static List<Found> after(String text, int separator) {
        List<Found> found = new ArrayList<>();
        boolean colons = text.charAt(separator) == COLON;
        boolean known = false;
        int from = separator + 1;
        for (int part = 0; part < (colons ? 3 : 1); part++) {
            int to = colons ? endBehindColon(text, from) : end(text, from);
            String version = text.substring(from, to).strip();
            // Behind a version, ${os.detected.classifier} is a classifier.
            if (!known || !Expressions.isLeftIn(version)) {
                for (String each : readings(version)) {
                    found.add(new Found(each, to));
                }
            }
            known |= isClearlyVersion(version);
            if (to >= text.length() || text.charAt(to) != COLON) {
                break;
            }
            from = to + 1;
        }
        return found;
    }

    private static boolean isClearlyVersion(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || isRange(text, 0) || Expressions.isLeftIn(text));
    }

    /** Gradle writes {@code 1.0@zip}, Maven {@code 1.0:goal@id}, a URL may write + as %2B, and a sentence ends with a full stop. */
    private static Set<String> readings(String version) {
        Set<String> readings = new LinkedHashSet<>();
        String decoded = version.replace("%2B", "+").replace("%2b", "+");
        for (String each : List.of(version, decoded, decoded.substring(0, endOfWord(decoded)))) {
            readings.add(each);
            readings.add(each.endsWith(".") ? each.substring(0, each.length() - 1) : each);
        }
        readings.remove("");
        return readings;
    }

    private static int endOfWord(String version) {
        int at = 0;
        while (at < version.length() && "@;#!=&".indexOf(version.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** A part may be a range, or {@code *} for any type or classifier. */
    private static int endBehindColon(String text, int from) {
        if (text.startsWith("*:", from)) {
            return from + 1;
        }
        return isRange(text, from) ? endOfRange(text, from) : end(text, from);
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && at - from <= LONGEST) {
            int next = Expressions.next(text, at);
            char character = text.charAt(at);
            if (next == at + 1 && (Character.isWhitespace(character) || ENDS.indexOf(character) >= 0)) {
                break;
            }
            at = next;
        }
        return at;
    }

    private static boolean isRange(String text, int at) {
        return at < text.length() && "[(".indexOf(text.charAt(at)) >= 0;
    }

    /** A range may consist of several. One that is not closed is its first character alone, which no range is, so that it means all. */
    private static int endOfRange(String text, int from) {
        int end = from + 1;
        int start = from;
        while (isRange(text, start)) {
            int close = start + 1;
            while (close < text.length() && close - start <= 2 * LONGEST && "[](\n)".indexOf(text.charAt(close)) < 0) {
                close++;
            }
            if (close >= text.length() || "])".indexOf(text.charAt(close)) < 0) {
                return from + 1;
            }
            end = close + 1;
            start = afterComma(text, end);
        }
        return end;
    }

    private static int afterComma(String text, int from) {
        int at = from;
        while (at < text.length() && at - from <= 2 && " ,".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > from ? at : text.length();
    }
}
