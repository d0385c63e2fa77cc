package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.RetentionArguments.NoRule;
import io.github.ghpackages.reactor.FakeReactor;
import io.github.ghpackages.retention.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.maven.model.Model;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoRuleTest {

    private static final String RULES =
            String.join(", ", Policy.ruleParameters()) + ", such as -Dghpackages.keepReleases=5. Nothing was deleted.";

    private final FakeReactor build;

    NoRuleTest(@TempDir Path folder) {
        build = FakeReactor.ofApp(folder);
    }

    @Test
    void names_no_execution_that_switches_its_rule_off() {
        build.execution("off", "<deleteGoneBranches>false</deleteGoneBranches>", "prune-versions");

        assertThat(noRule().reason()).isEqualTo("No retention rule is given, and nothing is deleted by default.");
    }

    @Test
    void names_the_execution_of_the_pom_that_has_rules() {
        build.execution("prune", "<keepReleases>5</keepReleases>", "prune-versions");

        PackagesException refusal = noRule();

        assertThat(refusal.id()).isEqualTo(Id.NO_RULE);
        assertThat(refusal.reason())
                .isEqualTo(
                        "No retention rule is given, and nothing is deleted by default. The pom has rules in an execution,"
                                + " which count only if it runs.");
        assertThat(refusal.remedy()).isEqualTo("Run ghpackages:prune-versions@prune, or give at least one of " + RULES);
    }

    @Test
    void names_all_of_them_and_no_other() {
        build.execution("snapshots", "<keepSnapshots>5</keepSnapshots>", "prune-versions")
                .execution("list", "<keepReleases>5</keepReleases>", "list-versions")
                .execution("protects", "<keepVersions>*-lts</keepVersions>", "prune-versions")
                .execution("old", "<keepReleasesNewerThan>P1Y</keepReleasesNewerThan>", "prune-versions");

        assertThat(noRule().remedy())
                .startsWith("Run ghpackages:prune-versions@snapshots or ghpackages:prune-versions@old, or give ");
    }

    @Test
    void names_those_that_the_pom_manages_too_since_maven_runs_them_by_their_ids() {
        build.execution("prune", "<keepReleases>5</keepReleases>", "prune-versions");
        MavenProject project = build.project();
        PluginManagement management = new PluginManagement();
        management.addPlugin(build.goal("prune-versions").getPlugin());
        project.getBuild().setPluginManagement(management);
        project.getBuild().setPlugins(new ArrayList<>());

        assertThat(noRule(project).remedy()).startsWith("Run ghpackages:prune-versions@prune, or give ");
    }

    @Test
    void names_no_execution_where_none_has_rules_or_there_is_no_pom() {
        assertThat(noRule().reason()).isEqualTo("No retention rule is given, and nothing is deleted by default.");
        assertThat(noRule().remedy()).isEqualTo("Give at least one of " + RULES);
        assertThat(noRule(new MavenProject(new Model())).remedy()).isEqualTo("Give at least one of " + RULES);
    }

    private PackagesException noRule() {
        return noRule(build.project());
    }

    private PackagesException noRule(MavenProject project) {
        return new NoRule(project, build.goal("prune-versions")).asException();
    }
}
