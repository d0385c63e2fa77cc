package io.github.ghpackages.arguments;

import static io.github.ghpackages.arguments.ParameterNames.PREFIX;

import io.github.ghpackages.arguments.Argument.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * All arguments of a goal in one module, read once from what the user wrote, before Maven converts it: Maven drops configuration
 * elements that it does not know, turns {@code yes} and an empty value into false, and lets a pom win over the command line. A
 * goal that deletes must not accept any of that.
 */
public final class Arguments {

    private final Map<String, Argument> byName;
    private final List<String> warnings;
    private final List<String> notes;

    private Arguments(Map<String, Argument> byName, List<String> warnings, List<String> notes) {
        this.byName = Collections.unmodifiableMap(byName);
        this.warnings = List.copyOf(warnings);
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads the arguments of a goal.
     *
     * @param session at the project
     * @param project whose pom counts; null: where there is none
     * @throws io.github.ghpackages.PackagesException for names that no goal has, values that are present but empty, and values
     *     that the locale has garbled
     */
    public static Arguments read(MavenSession session, MojoExecution execution, @Nullable MavenProject project) {
        ParameterNames names = new ParameterNames(execution.getMojoDescriptor());
        WrittenArguments all = new WrittenArguments(session, execution, project, names);
        all.check();
        Map<String, Argument> byName = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        for (String name : names.ofGoal()) {
            List<Argument> written = all.of(name);
            Optional<Argument> inForce = Precedence.of(name).choose(written);
            String text = names.defaultOf(name);
            if (inForce.isPresent()) {
                notes.addAll(Precedence.of(name).notes(inForce.get(), written));
                byName.put(name, inForce.get());
            } else if (text != null) {
                byName.put(name, new Argument(name, text, List.of(Source.DEFAULT)));
            }
        }
        return new Arguments(byName, warnings(session, names, byName), notes);
    }

    /** If the same value is given in another way, such as {@code <dryRun>${dryRun}</dryRun>}, there is no warning. */
    private static List<String> warnings(MavenSession session, ParameterNames names, Map<String, Argument> byName) {
        List<String> warnings = new ArrayList<>();
        for (String name : names.ofGoal()) {
            String unprefixed = session.getUserProperties().getProperty(name);
            String prefixed = session.getUserProperties().getProperty(PREFIX + name);
            if (unprefixed != null && prefixed == null && !means(byName.get(name), unprefixed)) {
                warnings.add(ParameterNames.unprefixed(name));
            }
        }
        return warnings;
    }

    private static boolean means(@Nullable Argument inForce, String text) {
        return inForce != null
                && !inForce.sources().contains(Source.DEFAULT)
                && inForce.texts().equals(Argument.of(inForce.name(), text).texts());
    }

    /** The argument of a parameter that has a default. */
    public Argument get(String name) {
        Argument argument = byName.get(name);
        if (argument == null) {
            throw new IllegalArgumentException(name);
        }
        return argument;
    }

    /** The argument of a parameter; nothing if it is neither written nor has a default. */
    public Optional<Argument> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The elements of a list; none if it is not written. */
    public List<Argument> elements(String name) {
        return find(name).stream()
                .flatMap(argument -> argument.elements().stream())
                .toList();
    }

    /** The texts of these. */
    public List<String> texts(String name) {
        Argument argument = byName.get(name);
        return argument == null ? List.of() : argument.texts();
    }

    /** Whether it is written anywhere, so that it is not the default. */
    public boolean isGiven(String name) {
        Argument argument = byName.get(name);
        return argument != null && !argument.sources().contains(Source.DEFAULT);
    }

    /**
     * Of parameters that exclude each other, those that are given. If the command line gives one of them, what poms give for the
     * others is for other commands.
     */
    public List<String> choices(String... names) {
        List<String> given = Stream.of(names).filter(this::isGiven).toList();
        List<String> typed = given.stream().filter(name -> get(name).isTyped()).toList();
        return typed.isEmpty() ? given : typed;
    }

    /** All that apply, by name. */
    public Map<String, Argument> all() {
        return byName;
    }

    /** What the user should check. */
    public List<String> warnings() {
        return warnings;
    }

    /** What overrides what. */
    public List<String> notes() {
        return notes;
    }
}
