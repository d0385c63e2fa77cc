package io.github.ghpackages.arguments;

import static io.github.ghpackages.arguments.ParameterNames.PREFIX;

import io.github.ghpackages.arguments.Argument.Source;
import io.github.ghpackages.build.ReactorProjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What is written for the parameters of a goal in one module, wherever it is written. */
final class WrittenArguments {

    private final MavenSession session;
    private final MojoExecution execution;
    private final ParameterNames names;
    private final WrittenText texts;
    private final @Nullable Plugin plugin;
    private final @Nullable PluginExecution ofPom;
    private final PomProperties properties;
    private final StartOptions options;

    WrittenArguments(
            MavenSession session, MojoExecution execution, @Nullable MavenProject project, ParameterNames names) {
        this.session = session;
        this.execution = execution;
        this.names = names;
        this.texts = new WrittenText(session, execution);
        this.plugin = project == null
                ? null
                : ReactorProjects.plugin(project, execution.getPlugin().getKey());
        this.ofPom = plugin == null ? null : plugin.getExecutionsAsMap().get(execution.getExecutionId());
        this.properties = new PomProperties(session, project);
        this.options = new StartOptions(session.getSystemProperties());
    }

    /** Refuses names that no goal has, and values that can't be used. */
    void check() {
        checkProperties(session.getUserProperties());
        checkProperties(session.getSystemProperties());
        checkPomProperties();
        checkConfigurations();
    }

    private void checkProperties(Properties all) {
        for (String name : ParameterNames.in(all)) {
            names.requireKnown("the property " + PREFIX + name, name, PREFIX);
            texts.check(PREFIX + name, name, all.getProperty(PREFIX + name));
            names.requireNotMisplaced(goals(), name);
        }
    }

    /** A pom may have properties of its own, such as {@code ghpackages.plugin.version}; one that is nearly a parameter is a typing error. */
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

    private void checkConfigurations() {
        for (Xpp3Dom configuration : configurations()) {
            for (Xpp3Dom element : configuration.getChildren()) {
                names.requireKnown("the configuration element <" + element.getName() + ">", element.getName(), "");
                texts.check(element.getName(), element);
            }
        }
        Set<String> goals = new TreeSet<>(ofPom == null ? List.of() : ofPom.getGoals());
        if (!goals.isEmpty()) {
            goals.add(execution.getGoal());
            String where = "> of the execution " + execution.getExecutionId();
            for (String name : onlyInExecution()) {
                names.requireOneOf(goals, "the configuration element <" + name + where, name);
            }
        }
    }

    /** What only the execution gives. Maven copies the plugin's elements into it; these are for all goals. */
    private List<String> onlyInExecution() {
        Xpp3Dom shared = configuration(plugin);
        Xpp3Dom own = configuration(ofPom);
        List<String> only = new ArrayList<>();
        for (Xpp3Dom element : own == null ? new Xpp3Dom[0] : own.getChildren()) {
            if (shared == null || shared.getChild(element.getName()) == null) {
                only.add(element.getName());
            }
        }
        return only;
    }

    /** The configuration of the execution, then of the plugin, as the pom has them. */
    private List<Xpp3Dom> configurations() {
        List<Xpp3Dom> configurations = new ArrayList<>();
        for (Xpp3Dom configuration : Arrays.asList(configuration(ofPom), configuration(plugin))) {
            if (configuration != null) {
                configurations.add(configuration);
            }
        }
        return configurations;
    }

    private static @Nullable Xpp3Dom configuration(@Nullable ConfigurationContainer container) {
        return container != null && container.getConfiguration() instanceof Xpp3Dom dom ? dom : null;
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
            addStartOptions(name, typed, written);
        }
        Set<String> configured = new LinkedHashSet<>();
        for (Xpp3Dom configuration : configurations()) {
            Xpp3Dom element = configuration.getChild(name);
            if (element != null && (readsAll || configured.isEmpty())) {
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

    /** A precaution for all builds still counts if the same property is typed for this one. */
    private void addStartOptions(String name, @Nullable String typed, List<Argument> written) {
        for (String text : options.userProperty(PREFIX + name)) {
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

    /** Maven makes a system property of what is typed; then only the options of Java still show another value. */
    private Optional<String> systemProperty(String name, @Nullable String typed) {
        String value = session.getSystemProperties().getProperty(PREFIX + name);
        return value != null && value.equals(typed)
                ? options.systemProperty(PREFIX + name)
                : Optional.ofNullable(value);
    }

    /** Of {@code ghpackages:prune-versions@nightly}, the goal. A phase may run all goals that the pom binds. */
    private List<String> goals() {
        List<String> goals = new ArrayList<>();
        for (String typed : session.getGoals()) {
            String goal = typed.substring(typed.lastIndexOf(':') + 1);
            goals.add(goal.contains("@") ? goal.substring(0, goal.indexOf('@')) : goal);
        }
        if (execution.getSource() != MojoExecution.Source.CLI) {
            for (PluginExecution each : plugin == null ? List.<PluginExecution>of() : plugin.getExecutions()) {
                goals.addAll(each.getGoals());
            }
        }
        return goals;
    }
}
