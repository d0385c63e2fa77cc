package io.github.ghpackages.arguments;

import static io.github.ghpackages.arguments.ParameterNames.PREFIX;

import io.github.ghpackages.arguments.Argument.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What is written for the parameters of a goal in one module, in all places. */
final class Writings {

    private final MavenSession session;
    private final MojoExecution execution;
    private final ParameterNames names;
    private final WrittenText texts;
    private final Pom pom;
    private final PomProperties properties;
    private final JavaOptions options;
    private final MavenOptions standing;

    Writings(MavenSession session, MojoExecution execution, @Nullable MavenProject project, ParameterNames names) {
        this.session = session;
        this.execution = execution;
        this.names = names;
        this.texts = new WrittenText(session, execution);
        this.pom = new Pom(execution, project);
        this.properties = new PomProperties(session, project);
        this.options = new JavaOptions(session.getSystemProperties());
        this.standing = new MavenOptions(session.getSystemProperties());
    }

    /** Refuses names that no goal has, and values that can't be used. */
    void check() {
        checkProperties(session.getUserProperties());
        checkProperties(session.getSystemProperties());
        checkPomProperties();
        pom.check(names, texts);
    }

    private void checkProperties(Properties all) {
        for (String name : ParameterNames.in(all)) {
            names.requireKnown("the property " + PREFIX + name, name, PREFIX);
            texts.check(PREFIX + name, name, all.getProperty(PREFIX + name));
            names.requireNotMisplaced(goals(), name);
        }
    }

    /** A pom may have properties of its own, such as {@code ghpackages.plugin.version}; what is nearly right is a typing error. */
    private void checkPomProperties() {
        for (String name : ParameterNames.in(properties.shown())) {
            if (names.isNearlyKnown(name)) {
                names.requireKnown("the property " + PREFIX + name + " of the pom", name, PREFIX);
            }
            if (names.isOfAnyGoal(name)) {
                properties.find(PREFIX + name).ifPresent(text -> {
                    texts.requireReadable(PREFIX + name, text);
                    if (Precedence.of(name).readsAll() || !isOverridden(name)) {
                        texts.check(PREFIX + name, name, text);
                    }
                });
            }
        }
    }

    private boolean isOverridden(String name) {
        return session.getUserProperties().containsKey(PREFIX + name)
                || session.getSystemProperties().containsKey(PREFIX + name);
    }

    /** All values of a parameter that are not empty, in the order of their sources. */
    List<Argument> of(String name) {
        List<Argument> written = new ArrayList<>();
        String typed = session.getUserProperties().getProperty(PREFIX + name);
        add(name, read(Optional.ofNullable(typed)), Source.COMMAND_LINE, written);
        boolean readsAll = Precedence.of(name).readsAll();
        if (readsAll) {
            addStanding(name, typed, written);
        }
        Set<String> configured = new LinkedHashSet<>();
        for (Xpp3Dom element : pom.elements(name)) {
            if (readsAll || configured.isEmpty()) {
                configured.add(texts.read(element));
            }
        }
        for (String text : configured) {
            add(name, Optional.of(text), Source.CONFIGURATION, written);
        }
        add(name, read(systemProperty(name, typed)), Source.SYSTEM_PROPERTY, written);
        add(name, read(properties.find(PREFIX + name)), Source.POM_PROPERTY, written);
        return written;
    }

    /** What holds for all builds is a precaution still, where the same property is typed for this one. */
    private void addStanding(String name, @Nullable String typed, List<Argument> written) {
        for (String text : standing.find(PREFIX + name)) {
            if (!text.equals(typed)) {
                texts.requireReadable(PREFIX + name, text);
                add(name, Optional.of(texts.read(text)), Source.MAVEN_OPTIONS, written);
            }
        }
    }

    private Optional<String> read(Optional<String> text) {
        return text.isEmpty() ? text : Optional.of(texts.read(text.get()));
    }

    private void add(String name, Optional<String> text, Source source, List<Argument> written) {
        if (text.isPresent()) {
            String value = names.isList(name)
                    ? String.join(",", Argument.of(name, text.get()).texts())
                    : text.get();
            if (!value.isBlank()) {
                written.add(new Argument(name, value, List.of(source)));
            }
        }
    }

    /** Maven makes a system property of what is typed; of another value, only the options of Java still say something. */
    private Optional<String> systemProperty(String name, @Nullable String typed) {
        String value = session.getSystemProperties().getProperty(PREFIX + name);
        return value != null && value.equals(typed) ? options.find(PREFIX + name) : Optional.ofNullable(value);
    }

    /** Of {@code ghpackages:prune-versions@nightly}, the goal. A phase may run all goals that the pom binds. */
    private List<String> goals() {
        List<String> goals = new ArrayList<>();
        for (String typed : session.getGoals()) {
            String goal = typed.substring(typed.lastIndexOf(':') + 1);
            goals.add(goal.contains("@") ? goal.substring(0, goal.indexOf('@')) : goal);
        }
        if (execution.getSource() != MojoExecution.Source.CLI) {
            goals.addAll(pom.goals());
        }
        return goals;
    }

    /**
     * User properties that hold for all builds of a project or of a machine: those in {@code .mvn/maven.config}, in
     * {@code .mvn/maven-user.properties}, which Maven 4 reads, and in {@code MAVEN_ARGS}. Maven shows a goal only the value that is
     * typed, if there is one.
     */
    static final class MavenOptions {

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
}
