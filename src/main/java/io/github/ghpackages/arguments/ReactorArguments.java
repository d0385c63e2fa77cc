package io.github.ghpackages.arguments;

import static io.github.ghpackages.arguments.ParameterNames.PREFIX;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.ShownUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a run over a reactor. Maven calls an ad hoc goal once, with the arguments of one project; the poms of the other
 * modules count as if the goal were bound in each of them.
 */
public final class ReactorArguments {

    /** The entry of a module's request that names the module. */
    public static final String MODULE = "module";

    /** The entry by which a module is found again, however other plugins change it. */
    public static final String KEY = "key";

    private static final String SKIP = "skip";
    private static final String DRY_RUN = "dryRun";
    private static final String PACKAGES = "packages";

    /** How Maven calls the execution of a goal without an id. */
    private static final String AD_HOC = "default-cli";

    private final @Nullable MavenProject start;
    private final Arguments run;

    /** Of the other modules that do not skip the goal. */
    private final Map<MavenProject, Arguments> others = new LinkedHashMap<>();

    private final List<MavenProject> skipped = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ReactorArguments(@Nullable MavenProject start, Arguments run) {
        this.start = start;
        this.run = run;
    }

    /**
     * Reads the arguments of the other modules of an ad hoc goal; of a bound one there are none, since each module registers its own.
     *
     * @param start at which the goal is called; null: where there is no pom
     * @param run what applies there
     * @throws PackagesException as {@link Arguments#read}
     */
    public static ReactorArguments read(
            MavenSession session, MojoExecution execution, @Nullable MavenProject start, Arguments run) {
        ReactorArguments all = new ReactorArguments(start, run);
        if (isAdHoc(execution) && session.getProjects() != null) {
            for (MavenProject module : session.getProjects()) {
                if (!Objects.equals(module, start)) {
                    all.add(module, read(session, execution, module));
                }
            }
        }
        return all;
    }

    private void add(MavenProject module, Arguments arguments) {
        notes.addAll(arguments.notes());
        if (isTrue(arguments, SKIP)) {
            skipped.add(module);
        } else {
            others.put(module, arguments);
        }
    }

    private static Arguments read(MavenSession session, MojoExecution execution, MavenProject module) {
        MavenSession atModule = session.clone();
        atModule.setCurrentProject(module);
        try {
            return Arguments.read(atModule, execution, module);
        } catch (PackagesException e) {
            throw new PackagesException(e.id(), e.tried(), "In " + module.getId() + ": " + e.reason(), e.remedy(), e);
        }
    }

    /**
     * Refuses packages of the command line for several executions of a goal: each may have rules for its own packages only.
     *
     * @param run what applies in this execution
     * @param started ids of the executions of this goal that have run so far or will run at the end of the build
     */
    public static void requireOneExecution(
            MavenSession session, MojoExecution execution, Arguments run, Collection<String> started) {
        SortedSet<String> ids = new TreeSet<>(started);
        ids.add(execution.getExecutionId());
        for (String typed : session.getGoals()) {
            String[] goal = typed.substring(typed.lastIndexOf(':') + 1).split("@", 2);
            if (goal[0].equals(execution.getGoal())) {
                ids.add(goal.length > 1 ? goal[1] : AD_HOC);
            }
        }
        if (ids.size() > 1 && run.isGiven(PACKAGES) && run.get(PACKAGES).isTyped()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading " + PREFIX + PACKAGES + " failed.",
                    "This build runs several executions of " + execution.getGoal() + " ("
                            + String.join(", ", ids)
                            + "), and packages on the command line would replace those of each.",
                    "Run one of them alone, such as ghpackages:" + execution.getGoal()
                            + "@ID, or give packages in the <configuration> of each. Nothing was changed.");
        }
    }

    private static boolean isAdHoc(MojoExecution execution) {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Modules whose poms skip the goal. */
    public List<MavenProject> skipped() {
        return skipped;
    }

    /** The first module with {@code dryRun=true}, if the run itself has no such argument. */
    public Optional<MavenProject> dry() {
        if (!isTrue(run, DRY_RUN)) {
            for (Map.Entry<MavenProject, Arguments> other : others.entrySet()) {
                if (isTrue(other.getValue(), DRY_RUN)) {
                    return Optional.of(other.getKey());
                }
            }
        }
        return Optional.empty();
    }

    /** What overrides what in the other modules. */
    public List<String> notes() {
        return notes;
    }

    /** Refuses a module that sets a parameter of this goal to another value than the run uses. */
    public void requireAgreement() {
        Map<String, String> ofRun = texts(run, run.all().keySet());
        ofRun.put(MODULE, start == null ? "the command line" : start.getId());
        for (Map.Entry<MavenProject, Arguments> other : others.entrySet()) {
            Arguments own = other.getValue();
            Set<String> given = new HashSet<>(own.all().keySet());
            given.removeIf(name -> name.equals(SKIP) || name.equals(DRY_RUN) || !own.isGiven(name));
            Map<String, String> ofModule = new TreeMap<>(ofRun);
            ofModule.putAll(texts(own, given));
            ofModule.put(MODULE, other.getKey().getId());
            requireAgreement(List.of(ofRun, ofModule));
        }
    }

    private static Map<String, String> texts(Arguments arguments, Set<String> names) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : names) {
            texts.put(name, arguments.get(name).text());
        }
        return texts;
    }

    /**
     * Refuses modules with different arguments: they can't share one run.
     *
     * @param requests one for each module, by parameter
     */
    public static void requireAgreement(List<Map<String, String>> requests) {
        Set<String> names = new TreeSet<>();
        requests.forEach(request -> names.addAll(request.keySet()));
        names.removeAll(Set.of(MODULE, KEY));
        names.forEach(name -> requireOneValue(name, requests));
    }

    private static void requireOneValue(String name, List<Map<String, String>> requests) {
        Map<String, String> moduleByValue = new TreeMap<>();
        for (Map<String, String> request : requests) {
            moduleByValue.put(request.getOrDefault(name, "nothing"), request.get(MODULE));
        }
        if (moduleByValue.size() > 1) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Joining the modules of this build into one run failed.",
                    "They configure the same execution differently: "
                            + moduleByValue.entrySet().stream()
                                    .map(entry -> entry.getValue() + " says " + shown(name, entry.getKey()))
                                    .collect(Collectors.joining(", "))
                            + " for " + name + ".",
                    "Configure the execution once, in the parent, or give different executions different ids."
                            + " Nothing was changed.");
        }
    }

    private static String shown(String name, String value) {
        return name.endsWith("Url") ? ShownUrl.of(value) : Argument.shown(value);
    }

    /** Whether somebody wrote {@code true}: a default counts for the run as a whole, not for one module. */
    private static boolean isTrue(Arguments arguments, String name) {
        return arguments.isGiven(name) && arguments.get(name).flag();
    }
}
