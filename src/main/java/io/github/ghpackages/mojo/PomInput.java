package io.github.ghpackages.mojo;

import static io.github.ghpackages.mojo.ParameterNames.PREFIX;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What one pom says of the parameters: in its properties, and in the {@code <configuration>} of plugin and execution. */
final class PomInput {

    private final MavenSession session;
    private final MojoExecution execution;
    private final ParameterNames names;
    private final PomConfiguration configuration;
    private final Properties properties;
    private final WrittenText texts;

    /**
     * What this project says.
     *
     * @param session at this project
     * @param project null: where there is no pom
     */
    PomInput(MavenSession session, MojoExecution execution, @Nullable MavenProject project, ParameterNames names) {
        this.session = session;
        this.execution = execution;
        this.names = names;
        this.configuration = new PomConfiguration(execution, project);
        this.properties = project == null ? new Properties() : project.getProperties();
        this.texts = new WrittenText(session, execution);
    }

    /** Refuses names that no goal has, or none of the execution's goals, and values that are present but empty. */
    void check() {
        checkProperties();
        for (Xpp3Dom element : configuration.elements()) {
            names.requireKnown("the configuration element <" + element.getName() + ">", element.getName(), "");
            texts.check(element.getName(), element);
        }
        checkExecution();
    }

    /** A pom may have properties of its own, such as {@code ghpackages.plugin.version}; what is nearly right is a typing error. */
    private void checkProperties() {
        for (String name : ParameterNames.in(properties)) {
            if (names.isNearlyKnown(name)) {
                names.requireKnown("the property " + PREFIX + name + " of the pom", name, PREFIX);
            }
            if (names.isOfAnyGoal(name) && !isOverridden(name)) {
                texts.check(PREFIX + name, name, properties.getProperty(PREFIX + name));
            }
        }
    }

    /** What stands at the plugin may be for other goals; what stands in an execution is for the goals of that one. */
    private void checkExecution() {
        List<String> bound = configuration.goalsOfExecution();
        if (bound.isEmpty()) {
            return;
        }
        Set<String> goals = new TreeSet<>(bound);
        goals.add(execution.getGoal());
        String where = "> of the execution " + execution.getExecutionId();
        for (String name : configuration.namesOfExecution()) {
            names.requireOneOf(goals, "the configuration element <" + name + where, name);
        }
    }

    /** The {@code <configuration>}, which Maven lets win over the command line. */
    Optional<Xpp3Dom> configured(String name) {
        return configuration.find(name);
    }

    /** The properties of the pom, which the command line overrides. */
    Properties properties() {
        return properties;
    }

    /** What it sets a parameter to, where nothing overrides it; a list with commas. */
    Optional<String> value(String name) {
        Optional<String> configured = configured(name).map(texts::read);
        return configured.isPresent() || isOverridden(name) ? configured : property(name);
    }

    /** Whether it says {@code true} in either place; for some parameters that counts even where it is overridden. */
    boolean saysTrue(String name) {
        return Stream.of(configured(name).map(texts::read), property(name))
                .flatMap(Optional::stream)
                .map(text -> Input.of(name, text).flag())
                .toList()
                .contains(true);
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.getProperty(PREFIX + name)).map(texts::read);
    }

    PomConfiguration configuration() {
        return configuration;
    }

    private boolean isOverridden(String name) {
        return session.getUserProperties().containsKey(PREFIX + name)
                || session.getSystemProperties().containsKey(PREFIX + name);
    }
}
