package io.github.ghpackages.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What a text with expressions can mean in any build of the same poms: a property has the value of today, and every value that a pom,
 * a profile, active or not, or settings.xml sets.
 */
final class PossibleValues {

    /** A text with more values counts as one that can't be resolved, which protects more. */
    private static final int MOST = 100;

    private final Expressions today;
    private final Map<String, Set<String>> valuesByName = new HashMap<>();

    /** The values in a project and all its parents. */
    static PossibleValues of(MavenSession session, MavenProject project, RawPoms poms) {
        PossibleValues values = new PossibleValues(Expressions.of(session, project));
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            poms.properties(pom).forEach(values::add);
        }
        session.getRequest().getProfiles().forEach(profile -> values.add(profile.getProperties()));
        return values;
    }

    private PossibleValues(Expressions today) {
        this.today = today;
    }

    private void add(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            valuesByName.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(properties.getProperty(name));
        }
    }

    /** The value of this build, with what can be resolved resolved. */
    String today(String text) {
        return today.resolveWhatCanBe(text);
    }

    /** All values, the one of this build first if it has one. */
    List<String> of(String text) {
        if (!Expressions.isLeftIn(text)) {
            return List.of(text);
        }
        Expansion expansion = new Expansion();
        List<String> all = expansion.of(text);
        Set<String> values = new LinkedHashSet<>();
        today.resolve(text).ifPresent(values::add);
        values.addAll(expansion.isTooMuch() ? List.of(text) : all);
        return List.copyOf(values);
    }

    private Set<String> valuesOf(String name) {
        Set<String> values = new LinkedHashSet<>();
        today.find(name).ifPresent(values::add);
        values.addAll(valuesByName.getOrDefault(name, Set.of()));
        return values;
    }

    /** The work on one text, which ends when it gets too much. */
    private final class Expansion {

        private final Set<String> within = new HashSet<>();
        private int left = MOST * MOST;

        boolean isTooMuch() {
            return left <= 0;
        }

        List<String> of(String text) {
            List<String> results = List.of("");
            Matcher expression = Expressions.EXPRESSION.matcher(text);
            int end = 0;
            while (expression.find() && !isTooMuch()) {
                String literal = text.substring(end, expression.start());
                results = joined(results, literal, of(expression.group(), expression.group(1)));
                end = expression.end();
            }
            return joined(results, text.substring(end), List.of(""));
        }

        private List<String> joined(List<String> starts, String literal, List<String> ends) {
            left -= starts.size() * ends.size() > MOST ? left : 1;
            List<String> joined = new ArrayList<>();
            if (!isTooMuch()) {
                starts.forEach(start -> ends.forEach(last -> joined.add(start + literal + last)));
            }
            return joined;
        }

        /** A property in its own value stays as it is written, as does an unknown one. */
        private List<String> of(String expression, String name) {
            if (!within.add(name)) {
                return List.of(expression);
            }
            Set<String> values = new LinkedHashSet<>();
            for (String value : valuesOf(name)) {
                values.addAll(of(value));
            }
            within.remove(name);
            return values.isEmpty() ? List.of(expression) : List.copyOf(values);
        }
    }

    /**
     * A text in which each expression may be any text, since nothing shows its value.
     *
     * @param pieces what is before, between and after the expressions
     */
    record GappedText(List<String> pieces) {

        static GappedText of(String text) {
            return new GappedText(List.of(Expressions.EXPRESSION.split(text, -1)));
        }

        boolean hasGaps() {
            return pieces.size() > 1;
        }

        /** Whether any letter or digit of the text is known. */
        boolean hasKnownPart() {
            return pieces.stream().anyMatch(piece -> piece.chars().anyMatch(Character::isLetterOrDigit));
        }

        /** Whether it may be this text. */
        boolean matches(String text) {
            String first = pieces.get(0);
            if (!hasGaps()) {
                return text.equals(first);
            }
            String last = pieces.get(pieces.size() - 1);
            if (!text.startsWith(first) || !text.endsWith(last)) {
                return false;
            }
            int at = first.length();
            for (String piece : pieces.subList(1, pieces.size() - 1)) {
                int found = text.indexOf(piece, at);
                if (found < 0) {
                    return false;
                }
                at = found + piece.length();
            }
            return at <= text.length() - last.length();
        }
    }
}
