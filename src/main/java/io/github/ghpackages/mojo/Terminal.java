package io.github.ghpackages.mojo;

import io.github.ghpackages.report.Screen;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * What the running Maven knows of the terminal. Maven shows its plugins neither the width nor whether it writes colours, so its own
 * classes are asked: of Maven 4 (JLine), of Maven 3.9 (Jansi). What they don't tell counts as unknown.
 */
record Terminal(MavenSession session, Map<String, String> environment, boolean isInteractive) {

    private static final List<String> WITH_WIDTH =
            List.of("org.apache.maven.jline.MessageUtils", "org.fusesource.jansi.AnsiConsole");
    private static final List<String> WITH_COLOURS =
            List.of("org.apache.maven.jline.MessageUtils", "org.apache.maven.shared.utils.logging.MessageUtils");

    static Terminal of(MavenSession session) {
        return new Terminal(session, System.getenv(), isTerminal(System.console()));
    }

    Screen screen() {
        return new Screen(isInteractive ? width() : 0, hasColours());
    }

    /** How many columns a line that is rewritten may have: more would wrap, and only the last part would be rewritten. */
    int columns() {
        int known = width();
        return known > 0 ? known : Screen.PLAIN.columns();
    }

    private int width() {
        return WITH_WIDTH.stream()
                .flatMap(type -> ask(type, "getTerminalWidth").stream())
                .map(Integer.class::cast)
                .findFirst()
                .orElse(0);
    }

    /** Whether a line can be rewritten: modules that are built in parallel would write into it. */
    boolean isRewritable() {
        return isInteractive
                && session.getRequest().getDegreeOfConcurrency() <= 1
                && !System.getProperty("os.name", "").startsWith("Windows");
    }

    /** As Maven does, except that Maven 3 believes in colours in a pipe too. */
    private boolean hasColours() {
        String style = session.getUserProperties().getProperty("style.color", "auto");
        if (style.equals("always")) {
            return true;
        }
        boolean isUnwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return isInteractive
                && !isUnwanted
                && WITH_COLOURS.stream()
                        .flatMap(type -> ask(type, "isColorEnabled").stream())
                        .map(Boolean.class::cast)
                        .findFirst()
                        .orElse(false);
    }

    /** What a static method of Maven's own classes returns; empty if this Maven has no such class. */
    private static Optional<Object> ask(String type, String method) {
        try {
            return Optional.ofNullable(MavenSession.class
                    .getClassLoader()
                    .loadClass(type)
                    .getMethod(method)
                    .invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Before JDK 22 there is a console only if input and output are a terminal's; since then it has to be asked. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
