package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The properties that Maven was started with, by the environment and the folder {@code .mvn}. In the running process, the command line
 * has replaced them.
 *
 * @param systemProperties as Maven has them, with the environment's variables
 */
record StartOptions(Properties systemProperties) {

    private static final List<String> JAVA_VARIABLES = List.of("MAVEN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");
    private static final List<String> DEFINE = List.of("-D", "--define");

    /** The value of a system property: the last one in the first place that has one. */
    Optional<String> systemProperty(String name) {
        for (String variable : JAVA_VARIABLES) {
            List<String> values = values(name, variable(variable));
            if (!values.isEmpty()) {
                return last(values);
            }
        }
        return last(values(name, file("jvm.config")));
    }

    private static List<String> values(String name, String javaOptions) {
        String start = "-D" + name + "=";
        List<String> values = new ArrayList<>();
        // Most have no such option, and splitting takes time.
        for (String word : javaOptions.contains(start) ? words(javaOptions) : List.<String>of()) {
            if (word.startsWith(start)) {
                values.add(word.substring(start.length()));
            }
        }
        return values;
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /**
     * All values of a user property that hold for all builds of a project or of a machine: those in {@code MAVEN_ARGS}, in
     * {@code .mvn/maven.config}, and in {@code .mvn/maven-user.properties}, which Maven 4 reads.
     */
    List<String> userProperty(String name) {
        List<String> found = new ArrayList<>(defined(name, words(variable("MAVEN_ARGS"))));
        List<String> words = new ArrayList<>();
        for (String line : file("maven.config").split("\\R")) {
            // Since 3.9 each line is one option, and its value may contain blanks; before, blanks separated options.
            boolean hasOneOption = line.strip().startsWith("-D") && !line.contains(" -");
            words.addAll(hasOneOption ? List.of(line.strip()) : words(line));
        }
        found.addAll(defined(name, words));
        Optional.ofNullable(userProperties().getProperty(name)).ifPresent(found::add);
        return found;
    }

    private static List<String> defined(String name, List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean isAfterOption = i > 0 && DEFINE.contains(words.get(i - 1));
            for (String start : isAfterOption ? List.of("") : List.of("-D", "--define=")) {
                String option = start + name + "=";
                if (words.get(i).startsWith(option)) {
                    found.add(words.get(i).substring(option.length()));
                }
            }
        }
        return found;
    }

    private Properties userProperties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file("maven-user.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private String variable(String name) {
        return systemProperties.getProperty("env." + name, "");
    }

    private static List<String> words(String options) {
        return List.of(options.replace("\"", "").replace("'", "").split("\\s+"));
    }

    /** The text of this file in {@code .mvn}; empty if there is none. */
    private String file(String name) {
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
