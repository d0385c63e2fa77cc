package io.github.ghpackages.mojo;

import static java.util.stream.Collectors.joining;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Pom;
import io.github.ghpackages.retention.Policy;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

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
        @Nullable Plugin plugin = Pom.plugin(running, project);
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
                && Policy.ruleParameters().stream().anyMatch(rule -> configuration.getChild(rule) != null);
    }
}
