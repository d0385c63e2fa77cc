package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Spelling;
import io.github.ghpackages.Text;
import io.github.ghpackages.journal.PolicyValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the user wrote, before Maven converted it: Maven drops configuration elements that it does not know, turns {@code yes}
 * and an empty value into false, and lets a pom win over a property. Where deletions are at stake, none of that may pass.
 */
final class StrictInput {

    /** The source of what the user typed for this very build. */
    static final String COMMAND_LINE = "command line";

    private static final String PREFIX = "ghpackages.";
    private static final Set<String> TRUE_WINS = Set.of("dryRun", "skip");
    private static final String HELP = "help";

    private final MavenSession session;
    private final MojoExecution execution;
    private final @Nullable MavenProject project;
    private final PomConfiguration pom;
    private final WrittenText texts;
    private final SortedSet<String> known = new TreeSet<>();

    StrictInput(MavenSession session, MojoExecution execution, @Nullable MavenProject project) {
        this.session = session;
        this.execution = execution;
        this.project = project;
        this.pom = new PomConfiguration(execution, project);
        this.texts = new WrittenText(session, execution);
        for (MojoDescriptor mojo :
                execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            if (!mojo.getGoal().equals(HELP)) {
                known.addAll(parameters(mojo));
            }
        }
    }

    /**
     * Refuses names that no goal has, values that are present but empty, and what would play no part beside the pom.
     *
     * @return warnings
     */
    List<String> check() {
        checkProperties(session.getUserProperties());
        checkProperties(session.getSystemProperties());
        if (project != null) {
            checkPropertiesOfPom(project.getProperties());
        }
        for (Xpp3Dom element : pom.elements()) {
            checkName("the configuration element <" + element.getName() + ">", element.getName(), "");
            texts.check(element.getName(), element);
        }
        checkThatPomIsSilent();
        return misspelt();
    }

    private void checkProperties(Properties properties) {
        for (String name : names(properties)) {
            checkName("the property " + PREFIX + name, name, PREFIX);
            texts.check(PREFIX + name, name, properties.getProperty(PREFIX + name));
        }
    }

    /** A pom may have properties of its own, such as {@code ghpackages.plugin.version}; what is nearly right is a typing error. */
    private void checkPropertiesOfPom(Properties properties) {
        for (String name : names(properties)) {
            if (isNear(nearest(name), name)) {
                checkName("the property " + PREFIX + name + " of the pom", name, PREFIX);
            }
            boolean counts = known.contains(name)
                    && !session.getUserProperties().containsKey(PREFIX + name)
                    && !session.getSystemProperties().containsKey(PREFIX + name);
            if (counts) {
                texts.check(PREFIX + name, name, properties.getProperty(PREFIX + name));
            }
        }
    }

    private static List<String> names(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(property -> property.startsWith(PREFIX))
                .map(property -> property.substring(PREFIX.length()))
                .sorted()
                .toList();
    }

    private void checkName(String what, String name, String prefix) {
        if (!known.contains(name)) {
            throw new PackagesException(
                    Id.UNKNOWN_PARAMETER,
                    "Reading " + Text.harmless(what) + " failed.",
                    "No goal of this plugin has such a parameter.",
                    "Did you mean " + prefix + nearest(name) + "? Nothing was changed.");
        }
    }

    private String nearest(String name) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> Spelling.distance(candidate, name)))
                .orElse("");
    }

    /** Where both a pom and the command line give a value, Maven takes the pom's and says nothing. */
    private void checkThatPomIsSilent() {
        for (String name : names(session.getUserProperties())) {
            String typed = session.getUserProperties().getProperty(PREFIX + name);
            boolean drowned = !TRUE_WINS.contains(name)
                    && parameters(execution.getMojoDescriptor()).contains(name)
                    && pom.find(name).stream().anyMatch(element -> !says(element, typed));
            if (drowned) {
                throw WrittenText.invalid(
                        PREFIX + name,
                        "The pom's <configuration> gives " + name
                                + " too, and Maven lets it win over the command line.",
                        "Leave one of them out, or let the pom give it as the property " + PREFIX + name
                                + ", which the command line overrides.");
            }
        }
    }

    private static boolean says(Xpp3Dom element, String typed) {
        String text = element.getValue();
        return element.getChildCount() == 0 && text != null && text.trim().equals(typed.trim());
    }

    /** One command can run several goals, so another goal's parameter is only suspicious where this one's is nearly the same. */
    private List<String> misspelt() {
        List<String> parameters = parameters(execution.getMojoDescriptor());
        return names(session.getUserProperties()).stream()
                .filter(name -> !parameters.contains(name))
                .flatMap(name -> parameters.stream()
                        .filter(parameter -> isNear(parameter, name))
                        .map(parameter -> PREFIX + name + " has no effect on " + execution.getGoal()
                                + "; its parameter is " + PREFIX + parameter + "."))
                .toList();
    }

    private static boolean isNear(String name, String other) {
        return Spelling.distance(name, other) <= 2;
    }

    private static List<String> parameters(MojoDescriptor mojo) {
        return mojo.getParameters().stream()
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .toList();
    }

    /** Whether any place says {@code true}: for {@code dryRun} and {@code skip}, the careful word wins. */
    boolean saysTrueAnywhere(String name, @Nullable String injected) {
        Stream<@Nullable String> written =
                properties().stream().map(properties -> properties.getProperty(PREFIX + name));
        return Stream.concat(Stream.ofNullable(injected), written)
                .filter(Objects::nonNull)
                .map(text -> Input.of(name, text).flag())
                .toList()
                .contains(true);
    }

    /** Where the value of each of these parameters comes from, for the journal and the plan. */
    Map<String, PolicyValue> withSources(Map<String, String> values) {
        Map<String, PolicyValue> result = new TreeMap<>();
        values.forEach((name, value) -> result.put(name, new PolicyValue(value, source(name))));
        return result;
    }

    /** {@code pom.xml}, {@code command line}, {@code property of the pom}, {@code system property} or {@code default}. */
    String source(String name) {
        if (pom.find(name).isPresent()) {
            return "pom.xml";
        }
        if (session.getUserProperties().containsKey(PREFIX + name)) {
            return COMMAND_LINE;
        }
        if (session.getSystemProperties().containsKey(PREFIX + name)) {
            return "system property";
        }
        return project != null && project.getProperties().containsKey(PREFIX + name)
                ? "property of the pom"
                : "default";
    }

    private List<Properties> properties() {
        return project == null
                ? List.of(session.getUserProperties(), session.getSystemProperties())
                : List.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties());
    }
}
