package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The text of a parameter as it is written, and as Maven reads it: with the properties of the running build filled in. */
final class WrittenText {

    private static final String MAY_BE_EMPTY = "keepVersions";
    private static final char GARBLED = '\ufffd';

    private final MavenSession session;
    private final MojoExecution execution;

    /**
     * Reads texts for a goal.
     *
     * @param session at the project whose properties count
     */
    WrittenText(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    void check(String parameter, Xpp3Dom element) {
        String written = "<" + parameter + ">";
        if (element.getChildCount() == 0) {
            check(written, parameter, element.getValue());
        }
        for (Xpp3Dom nested : element.getChildren()) {
            check(parameter, nested);
            requireNoComma(written, evaluated(nested.getValue()));
        }
    }

    void check(String written, String parameter, @Nullable String text) {
        String evaluated = evaluated(text);
        requireReadable(written, text);
        requireReadable(written, evaluated);
        if (text != null && evaluated == null) {
            throw invalid(
                    written,
                    "\"" + Argument.shown(text) + "\" names a property that is not set.",
                    "Set the property, or write the value.");
        }
        if ((evaluated == null || evaluated.replace(',', ' ').isBlank()) && !parameter.equals(MAY_BE_EMPTY)) {
            throw invalid(written, "It is present but empty.", "Give it a value, or leave it out.");
        }
    }

    /** Java puts this character in place of a byte that it can't decode: a pattern with it protects nothing. */
    void requireReadable(String written, @Nullable String text) {
        if (text != null && text.indexOf(GARBLED) >= 0) {
            throw invalid(
                    written,
                    "\"" + Argument.shown(text)
                            + "\" contains U+FFFD, which replaces text that Java can't decode. The"
                            + " locale of this process has the encoding " + System.getProperty("sun.jnu.encoding")
                            + "; under LC_ALL=C, only ASCII is readable.",
                    "Run Maven under a locale with UTF-8, such as LC_ALL=C.UTF-8, or write the value into the pom.");
        }
    }

    /** Maven splits at commas only if there are no nested elements. */
    private static void requireNoComma(String written, @Nullable String evaluated) {
        if (evaluated != null && evaluated.contains(",")) {
            throw invalid(
                    written,
                    "\"" + Argument.shown(evaluated)
                            + "\" is one nested element, so its comma would be part of the value.",
                    "Write one nested element for each value, or all values with commas and without nested elements.");
        }
    }

    /** As Maven reads it, with commas between nested elements. */
    String read(Xpp3Dom element) {
        return element.getChildCount() == 0
                ? read(Objects.requireNonNullElse(element.getValue(), ""))
                : Stream.of(element.getChildren()).map(this::read).collect(Collectors.joining(","));
    }

    String read(String text) {
        return Objects.requireNonNullElse(evaluated(text), text);
    }

    /** Null if it names a property that is not set: Maven drops such a parameter, so it would count as not given. */
    private @Nullable String evaluated(@Nullable String text) {
        if (text == null || !text.contains("${")) {
            return text;
        }
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(text.trim());
            return value == null || value.toString().contains("${") ? null : value.toString();
        } catch (ExpressionEvaluationException e) {
            return null;
        }
    }

    static PackagesException invalid(String written, String reason, String remedy) {
        return new PackagesException(
                Id.INVALID_PARAMETER, "Reading " + written + " failed.", reason, remedy + " Nothing was changed.");
    }
}
