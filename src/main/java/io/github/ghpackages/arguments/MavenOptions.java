package io.github.ghpackages.arguments;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * User properties that hold for all builds of a project or of a machine: those in {@code .mvn/maven.config}, in
 * {@code .mvn/maven-user.properties}, which Maven 4 reads, and in {@code MAVEN_ARGS}. Maven shows a goal only the value that is
 * typed, if there is one.
 */
final class MavenOptions {

    private static final List<String> DEFINE = List.of("-D", "--define");

    private final Properties systemProperties;

    /**
     * Looks at the environment's variable and at the files.
     *
     * @param systemProperties as Maven has them, with the environment's variables
     */
    MavenOptions(Properties systemProperties) {
        this.systemProperties = systemProperties;
    }

    /** All values of this property. */
    List<String> find(String property) {
        List<String> found = new ArrayList<>();
        found.addAll(find(property, JavaOptions.words(systemProperties.getProperty("env.MAVEN_ARGS", ""))));
        List<String> words = new ArrayList<>();
        for (String line : file("maven.config").split("\\R")) {
            words.addAll(words(line));
        }
        found.addAll(find(property, words));
        Optional.ofNullable(userProperties().getProperty(property)).ifPresent(found::add);
        return found;
    }

    /** Since 3.9 each line is one option, and its value may contain blanks; before, blanks separated options. */
    private static List<String> words(String line) {
        boolean hasOneOption = line.strip().startsWith("-D") && !line.contains(" -");
        return hasOneOption ? List.of(line.strip()) : JavaOptions.words(line);
    }

    private static List<String> find(String property, List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean isBehind = i > 0 && DEFINE.contains(words.get(i - 1));
            for (String start : isBehind ? List.of("") : List.of("-D", "--define=")) {
                String option = start + property + "=";
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

    private String file(String name) {
        return JavaOptions.file(systemProperties, name);
    }
}
