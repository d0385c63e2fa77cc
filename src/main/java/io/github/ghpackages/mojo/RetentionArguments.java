package io.github.ghpackages.mojo;

import static java.util.stream.Collectors.joining;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.arguments.Arguments;
import io.github.ghpackages.build.ReactorProjects;
import io.github.ghpackages.build.Registry;
import io.github.ghpackages.build.Target;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.BranchVersions;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Policy.KeepPer;
import io.github.ghpackages.retention.Rule;
import io.github.ghpackages.retention.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The retention policy that the arguments of a prune describe. */
record RetentionArguments(Arguments arguments) implements Rule.Values {

    Policy policy() {
        arguments.elements("branchVersions").forEach(element -> {
            try {
                BranchVersions.of(List.of(element.text()));
            } catch (IllegalArgumentException e) {
                throw element.wrong(
                        String.valueOf(e.getMessage()), "Write a pattern such as *-{branch}-SNAPSHOT or PR-{pr}-*.");
            }
        });
        Policy.Builder builder = new Policy.Builder();
        builder.versions(arguments.isGiven("versions") ? versions(arguments.get("versions")) : null);
        builder.rules(this);
        builder.keepPer(arguments.get("keepPer").choice(KeepPer.class));
        builder.keepLines(arguments.find("keepLines").map(Argument::positive).orElse(null));
        builder.keepVersions(NamePatterns.of(arguments.texts("keepVersions")));
        builder.onLastVersion(arguments.get("onLastVersion").choice(OnLastVersion.class));
        builder.maxDeletions(arguments.find("maxDeletions").map(Argument::count).orElse(null));
        builder.maxDeletionShare(
                arguments.find("maxDeletionShare").map(Argument::percent).orElse(null));
        return builder.build();
    }

    /** What {@code versions} selects. */
    static Selection versions(Argument argument) {
        Selection selection = Selection.ofVersions(List.of());
        for (Argument element : argument.elements()) {
            try {
                selection = selection.with(Selection.ofVersions(List.of(element.text())));
            } catch (IllegalArgumentException e) {
                throw element.wrong(
                        String.valueOf(e.getMessage()),
                        "Write names, patterns such as 1.*, or ranges such as [1.0,2.0), separated by commas; ! excludes.");
            }
        }
        return selection;
    }

    /** Refuses a policy whose parameters contradict each other. */
    static void requireSound(Policy policy) {
        if (!policy.problems().isEmpty()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading the retention policy failed.",
                    String.join(" ", policy.problems()),
                    "Change the parameters that are named. Nothing was deleted.");
        }
    }

    @Override
    public Optional<Integer> count(String parameter) {
        return arguments.find(parameter).map(Argument::count);
    }

    @Override
    public Optional<Age> age(String parameter) {
        return arguments.find(parameter).map(Ages::of);
    }

    @Override
    public List<String> texts(String parameter) {
        return arguments.texts(parameter);
    }

    @Override
    public boolean flag(String parameter) {
        return arguments.get(parameter).flag();
    }

    /** A prune without a rule. Rules in an execution of the pom count only if that execution runs, so it is named. */
    record NoRule(MavenProject project, MojoExecution running) {

        PackagesException asException() {
            List<String> executions = executionsWithRules();
            String give = "ive at least one of " + String.join(", ", Policy.ruleParameters())
                    + ", such as -Dghpackages.keepReleases=5. Nothing was deleted.";
            return new PackagesException(
                    Id.NO_RULE,
                    "Planning what to delete failed.",
                    "No retention rule is given, and nothing is deleted by default."
                            + (executions.isEmpty()
                                    ? ""
                                    : " The pom has rules in an execution, which count only if it runs."),
                    executions.isEmpty()
                            ? "G" + give
                            : "Run " + executions.stream().map(this::typed).collect(joining(" or ")) + ", or g" + give);
        }

        private String typed(String id) {
            return "ghpackages:" + running.getGoal() + "@" + id;
        }

        private List<String> executionsWithRules() {
            @Nullable
            Plugin plugin = ReactorProjects.plugin(project, running.getPlugin().getKey());
            return plugin == null
                    ? List.of()
                    : plugin.getExecutions().stream()
                            .filter(execution -> execution.getGoals().contains(running.getGoal()))
                            .filter(NoRule::hasRule)
                            .map(PluginExecution::getId)
                            .toList();
        }

        private static boolean hasRule(PluginExecution execution) {
            return execution.getConfiguration() instanceof Xpp3Dom configuration
                    && Policy.ruleParameters().stream()
                            .map(configuration::getChild)
                            .anyMatch(rule -> rule != null && !"false".equals(rule.getValue()));
        }
    }

    /** Rules for a kind of which this run finds no version, because the pom deploys that kind to another repository of GitHub. */
    record RulesElsewhere(Policy policy, Plan plan) {

        /**
         * Which other repositories the pom names for versions of such a kind, and how to look there.
         *
         * @param notLookedAt where the poms deploy snapshots (true) or all other versions (false), if this run does not look there
         */
        List<String> hints(Function<Boolean, Map<Registry, Target>> notLookedAt) {
            Map<Registry, String> kinds = new LinkedHashMap<>();
            Map<Registry, String> lookedAt = new LinkedHashMap<>();
            for (VersionKind kind : VersionKind.values()) {
                if (!policy.rules(kind).isEmpty() && !isThere(kind)) {
                    notLookedAt.apply(kind == VersionKind.SNAPSHOT).forEach((other, target) -> {
                        kinds.merge(other, kind + "s", (more, last) -> more + " and " + last);
                        lookedAt.put(other, target.name());
                    });
                }
            }
            List<String> hints = new ArrayList<>();
            kinds.forEach((other, names) -> hints.add(hint(names, other, lookedAt.getOrDefault(other, ""))));
            return hints;
        }

        private boolean isThere(VersionKind kind) {
            return plan.packages().stream()
                    .flatMap(ofPackage -> ofPackage.history().versions().stream())
                    .anyMatch(version -> version.kind() == kind);
        }

        private static String hint(String kinds, Registry other, String lookedAt) {
            return "The pom deploys " + kinds + " to "
                    + other.fullName().orElse(other.owner())
                    + ", but this run uses " + lookedAt
                    + ". To use that registry, give -Dghpackages.registryUrl=" + ShownUrl.of(other.url()) + ".";
        }
    }

    /** Reads arguments that are ages. */
    static final class Ages {

        private Ages() {}

        static Age of(Argument argument) {
            try {
                return Age.parse(argument.text());
            } catch (IllegalArgumentException e) {
                throw argument.wrong(
                        argument.text().contains("-") ? "it is negative" : "it is not an age",
                        "Write an age such as 30d, 6w, 12h, P30D or P1Y, 0d or more.");
            }
        }
    }
}
