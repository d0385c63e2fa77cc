package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * System properties that Maven was started with, as the environment and {@code .mvn/jvm.config} give them. The command line
 * overwrites them in the running process.
 */
final class JavaOptions {

    private static final List<String> VARIABLES = List.of("MAVEN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

    private final Properties systemProperties;

    /**
     * Looks at the variables of the environment, and at the file.
     *
     * @param systemProperties as Maven has them, with the environment's variables
     */
    JavaOptions(Properties systemProperties) {
        this.systemProperties = systemProperties;
    }

    /** The last value of this property in the first place that has one. */
    Optional<String> find(String property) {
        String option = "-D" + property + "=";
        for (String variable : VARIABLES) {
            String value = last(option, systemProperties.getProperty("env." + variable, ""));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.ofNullable(last(option, file(systemProperties, "jvm.config")));
    }

    /** What the last of these options says that starts so; null: none does. */
    private static @Nullable String last(String start, String options) {
        String last = null;
        if (options.contains(start)) {
            for (String word : words(options)) {
                last = word.startsWith(start) ? word.substring(start.length()) : last;
            }
        }
        return last;
    }

    static List<String> words(String options) {
        return List.of(options.replace("\"", "").replace("'", "").split("\\s+"));
    }

    /** What is in this file of the folder {@code .mvn}; empty if there is none. */
    static String file(Properties systemProperties, String name) {
        String top = systemProperties.getProperty("maven.multiModuleProjectDirectory");
        Path file = top == null ? null : Path.of(top, ".mvn", name);
        if (file == null || !Files.isRegularFile(file)) {
            return "";
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading " + file + " failed.",
                    "" + e.getMessage(),
                    "Make it readable: it may contain arguments of this goal. Nothing was changed.",
                    e);
        }
    }
}
