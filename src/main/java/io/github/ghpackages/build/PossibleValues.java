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
import java.util.regex.Pattern;

/**
 * What a text with expressions can mean in any build of the same poms: a property has the value of today, and every value that a pom,
 * a profile, active or not, or settings.xml sets.
 */
final class PossibleValues {

    /** A text with more values counts as one that can't be resolved, which protects more. */
    private static final int MOST = 100;

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

    private final Expressions today;
    private final Map<String, Set<String>> valuesByName = new HashMap<>();

    /**
     * @param today resolves as this build does
     * @param properties all that may be set, in any order
     */
    PossibleValues(Expressions today, List<Properties> properties) {
        this.today = today;
        for (Properties each : properties) {
            for (String name : each.stringPropertyNames()) {
                valuesByName.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(each.getProperty(name));
            }
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
            Matcher expression = EXPRESSION.matcher(text);
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
}
