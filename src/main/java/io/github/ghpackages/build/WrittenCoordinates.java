package io.github.ghpackages.build;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.build.PossibleValues.GappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Coordinates with a version in the texts of poms: {@code com.acme:lib:1.2}, with a type and a classifier in whatever order, paths and
 * URLs ({@code com/acme/lib/1.2/lib-1.2.jar}, {@code mvn:com.acme/lib/1.2}), {@code pkg:maven/com.acme/lib@1.2} and
 * {@code com.acme#lib;1.2}.
 *
 * <p>A package's name can't be split into coordinates, so texts are searched for names: at every separator a name may end, and
 * a version may follow. A path whose group has an expression without a value is not found.
 */
final class WrittenCoordinates {

    private static final String SEPARATORS = VersionsInText.COLON + "/\\@#;";

    /** How much of a text is shown. */
    private static final int SHOWN = 120;

    /** Where a name may end, at a separator. */
    private record Place(String text, int end, String where) {}

    /** By the last word of the name, in lower case. */
    private final Map<String, List<Place>> places = new HashMap<>();

    /** Those where the name has an expression without a value. */
    private final List<Place> gapped = new ArrayList<>();

    private final Set<String> known = new HashSet<>();

    /** Whether a text is worth a search: it has a separator, or an expression that may bring one. */
    static boolean mayBeIn(String text) {
        return text.chars().anyMatch(each -> isSeparator((char) each)) || Expressions.isLeftIn(text);
    }

    /** Searches a text whose expressions are resolved as far as can be. */
    void add(String text, String where) {
        if (!known.add(text)) {
            return;
        }
        for (int at = 0; at < text.length(); at = Expressions.next(text, at)) {
            if (isSeparator(text.charAt(at))) {
                add(new Place(text, at, where));
            }
        }
    }

    private void add(Place place) {
        int word = place.end();
        while (word > 0 && isWord(place.text().charAt(word - 1))) {
            word--;
        }
        if (word < place.end()) {
            places.computeIfAbsent(lowerCase(place.text().substring(word, place.end())), any -> new ArrayList<>())
                    .add(place);
        }
        int artifact = startOfPart(place.text(), place.end());
        boolean afterColon = artifact > 0 && place.text().charAt(artifact - 1) == VersionsInText.COLON;
        int start = afterColon ? startOfPart(place.text(), artifact - 1) : artifact;
        if (Expressions.isLeftIn(place.text().substring(start, place.end()))) {
            gapped.add(place);
        }
    }

    /** The versions of this package in the texts, each with the first place that names it. */
    List<PomReference> of(PackageName name) {
        Map<String, PomReference> found = new LinkedHashMap<>();
        int word = name.value().length();
        while (word > 0 && isWord(name.value().charAt(word - 1))) {
            word--;
        }
        for (Place place : places.getOrDefault(lowerCase(name.value().substring(word)), List.of())) {
            int start = start(place.text(), place.end(), name.value());
            if (start >= 0) {
                addVersions(place, start, found);
            }
        }
        for (Place place : gapped) {
            int start = startOfGapped(place, name.value());
            if (start >= 0) {
                addVersions(place, start, found);
            }
        }
        return List.copyOf(found.values());
    }

    private static void addVersions(Place place, int start, Map<String, PomReference> found) {
        for (VersionsInText.Found each : VersionsInText.after(place.text(), place.end())) {
            String shown = place.text().substring(start, Math.min(each.end(), start + SHOWN));
            String unclear = Expressions.isLeftIn(each.version()) ? ", which can't be resolved here," : "";
            found.putIfAbsent(
                    each.version(),
                    new PomReference(each.version(), "referenced as " + shown + unclear + " in " + place.where()));
        }
    }

    /** Where the name starts that ends here; -1 if another name does. */
    private static int start(String text, int end, String name) {
        int start = end - name.length();
        if (start < 0 || (start > 0 && isInName(text.charAt(start - 1)))) {
            return -1;
        }
        for (int i = 0; i < name.length(); i++) {
            char expected = Character.toLowerCase(name.charAt(i));
            char found = Character.toLowerCase(text.charAt(start + i));
            if (expected != found && !(expected == '.' && isSeparator(found))) {
                return -1;
            }
        }
        return start;
    }

    /** The same for a name in which expressions may be any text. */
    private static int startOfGapped(Place place, String name) {
        String text = place.text();
        int artifact = startOfPart(text, place.end());
        if (artifact == 0) {
            return -1;
        }
        String artifactId = text.substring(artifact, place.end());
        if (text.charAt(artifact - 1) == VersionsInText.COLON) {
            int group = startOfPart(text, artifact - 1);
            GappedText named = GappedText.of(lowerCase(text.substring(group, artifact - 1) + "." + artifactId));
            return named.hasKnownPart() && named.matches(lowerCase(name)) ? group : -1;
        }
        GappedText ofArtifact = GappedText.of(lowerCase(artifactId));
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            int start = start(text, artifact - 1, name.substring(0, dot));
            if (start >= 0 && ofArtifact.matches(lowerCase(name.substring(dot + 1)))) {
                return start;
            }
        }
        return -1;
    }

    private static int startOfPart(String text, int end) {
        int start = end;
        while (start > 0 && (isInName(text.charAt(start - 1)) || "${}".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static boolean isSeparator(char character) {
        return SEPARATORS.indexOf(character) >= 0;
    }

    private static boolean isInName(char character) {
        return character == '.' || isWord(character);
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-';
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
