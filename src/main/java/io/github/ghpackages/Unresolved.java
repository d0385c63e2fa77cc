package io.github.ghpackages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression <code>${…}</code> that Maven could not resolve and left in a text. A secret written in place of a
 * variable's name ends up in the expression, so its name is shown only if it is clearly a name.
 *
 * @param expression the text between the braces
 */
public record Unresolved(String expression) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

    /** Also matches an unclosed expression, or one with more braces than Maven's, such as those of GitHub Actions. */
    private static final Pattern LOOSE = Pattern.compile("\\$\\{+([^${}]*)}*");

    private static final String ENVIRONMENT = "env.";
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");

    /** Words with dots or hyphens between them, such as {@code deploy.url}. */
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z]+(?:[.-][A-Za-z]+)*");

    /** The first expression in a text. */
    public static Optional<Unresolved> in(String text) {
        Matcher expression = EXPRESSION.matcher(text);
        return expression.find() ? Optional.of(new Unresolved(expression.group(1))) : Optional.empty();
    }

    /** The text with <code>${…}</code> for each expression in it whose name is not clearly a name. */
    public static String hiddenIn(String text) {
        return LOOSE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(new Unresolved(found.group(1)).toString()));
    }

    /** Whether an expression starts in a text, of Maven or of another kind. */
    public static boolean startsIn(String text) {
        return text.contains("${");
    }

    /** Whether it names an environment variable. */
    public boolean isOfEnvironment() {
        return expression.startsWith(ENVIRONMENT);
    }

    /**
     * The environment variable that it names; empty if that name could be a secret.
     *
     * @param known the variables that exist
     */
    public Optional<String> variable(Collection<String> known) {
        return Optional.of(expression)
                .filter(ignored -> isOfEnvironment())
                .map(text -> text.substring(ENVIRONMENT.length()))
                .filter(name -> VARIABLE.matcher(name).matches() || known.contains(name));
    }

    /** The property that it names; empty if that name could be a secret, or if it names an environment variable. */
    public Optional<String> property() {
        return Optional.of(expression)
                .filter(name -> !isOfEnvironment() && PROPERTY.matcher(name).matches());
    }

    /**
     * A sentence that says why Maven could not resolve it.
     *
     * @param known the environment variables that exist
     */
    public String reason(Collection<String> known) {
        return variable(known)
                .map(name -> "The environment variable " + name + " is not set.")
                .or(() -> property().map(name -> "The property " + name + " is not set."))
                .orElse("Maven could not resolve an expression in it.");
    }

    /** The expression, without its name if that could be a secret. */
    @Override
    public String toString() {
        boolean isShown = property().isPresent() || variable(List.of()).isPresent();
        return isShown ? "${" + expression + "}" : isOfEnvironment() ? "${env.…}" : "${…}";
    }
}
