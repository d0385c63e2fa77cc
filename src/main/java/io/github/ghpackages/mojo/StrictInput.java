package io.github.ghpackages.mojo;

import static io.github.ghpackages.mojo.ParameterNames.PREFIX;

import io.github.ghpackages.journal.PolicyValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
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

    private static final String DEFAULT = "default";

    private static final String DRY_RUN = "dryRun";
    private static final Set<String> TRUE_WINS = Set.of(DRY_RUN, "skip");

    private final MavenSession session;
    private final MojoExecution execution;
    private final ParameterNames names;
    private final PomInput pom;
    private final OtherModules others;
    private final WrittenText texts;

    StrictInput(MavenSession session, MojoExecution execution, @Nullable MavenProject project) {
        this.session = session;
        this.execution = execution;
        this.names = new ParameterNames(execution.getMojoDescriptor());
        this.pom = new PomInput(session, execution, project, names);
        this.others = new OtherModules(session, execution, project, names);
        this.texts = new WrittenText(session, execution);
    }

    /**
     * Refuses names that no goal has, values that are present but empty, and what would play no part beside the pom.
     *
     * @return warnings
     */
    List<String> check() {
        checkProperties(session.getUserProperties());
        checkProperties(session.getSystemProperties());
        pom.check();
        others.check();
        checkThatPomIsSilent();
        return misplaced().warnings();
    }

    /** Refuses another goal's parameter where this one's was probably meant, and nothing may be deleted on a guess. */
    void refuseMisplaced() {
        misplaced().refuse();
    }

    private Misplaced misplaced() {
        return new Misplaced(
                session, execution, pom, names, name -> !source(name).equals(DEFAULT));
    }

    private void checkProperties(Properties properties) {
        for (String name : ParameterNames.in(properties)) {
            names.requireKnown("the property " + PREFIX + name, name, PREFIX);
            texts.check(PREFIX + name, name, properties.getProperty(PREFIX + name));
        }
    }

    /** Where both a pom and the command line give a value, Maven takes the pom's and says nothing. */
    private void checkThatPomIsSilent() {
        for (String name : ParameterNames.in(session.getUserProperties())) {
            String typed = session.getUserProperties().getProperty(PREFIX + name);
            boolean drowned = !TRUE_WINS.contains(name)
                    && names.ofGoal().contains(name)
                    && pom.configured(name).stream().anyMatch(element -> !says(element, typed));
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

    /** The modules beside this project, whose poms have a say in a run that the user typed. */
    OtherModules otherModules() {
        return others;
    }

    /**
     * Whether any place says {@code true}: for {@code dryRun} and {@code skip}, the careful word wins. A dry module makes the
     * whole run dry; a skipped one only leaves itself out.
     */
    boolean saysTrueAnywhere(String name, @Nullable String injected) {
        return saysTrueHere(name, injected)
                || name.equals(DRY_RUN) && others.dry().isPresent();
    }

    /** The same without the other modules. */
    boolean saysTrueHere(String name, @Nullable String injected) {
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
        if (pom.configured(name).isPresent()) {
            return "pom.xml";
        }
        if (session.getUserProperties().containsKey(PREFIX + name)) {
            return COMMAND_LINE;
        }
        if (session.getSystemProperties().containsKey(PREFIX + name)) {
            return "system property";
        }
        return pom.properties().containsKey(PREFIX + name) ? "property of the pom" : DEFAULT;
    }

    private List<Properties> properties() {
        return List.of(session.getUserProperties(), session.getSystemProperties(), pom.properties());
    }
}
