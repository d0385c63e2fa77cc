package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A goal that is typed at the root of a reactor, where the pom of one module has its own word to say. */
@MojoTest
@MojoParameter(name = "keepReleases", value = "1")
@MojoParameter(name = "dryRun", value = "false")
class TypedInReactorTest extends TwoModuleSetting {

    TypedInReactorTest(@TempDir Path folder) {
        super(folder);
    }

    /** As a property of the module's pom, or in its {@code <configuration>}. */
    private void libSays(boolean asProperty, String name, String value) {
        if (asProperty) {
            lib.getProperties().setProperty("ghpackages." + name, value);
        } else {
            build.configuration(lib, "<" + name + ">" + value + "</" + name + ">");
        }
    }

    private void assertJoiningFails(PruneVersionsMojo prune, String difference) {
        PackagesException refusal = refusal(prune);
        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Joining the modules of this build into one run failed.");
        assertThat(refusal.reason()).isEqualTo("They configure the same execution differently: " + difference + ".");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void modules_that_say_nothing_are_pruned_together(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(versionsOf(LIB)).containsExactly("1.2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_is_deleted_where_a_module_is_skipped(
            boolean asProperty, @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libSays(asProperty, "skip", "true");
        build.typed("skip", "false");

        prune.execute();

        assertThat(github.deleted()).isEmpty();
        assertThat(report())
                .contains("com.example:lib deploys, but its pom sets ghpackages.skip=true. So nothing is deleted."
                        + " To delete from a part, name the packages.");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:*")
    void a_skipped_module_is_left_out_of_the_packages_that_a_pattern_names(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libSays(true, "skip", "true");

        prune.execute();

        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(versionsOf(LIB)).hasSize(3);
        assertThat(report()).contains("com.example.lib is left out: its module sets ghpackages.skip=true.");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:lib")
    void naming_nothing_but_a_skipped_module_is_refused(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        libSays(true, "skip", "true");

        PackagesException refusal = refusal(prune);
        assertThat(refusal.id()).isEqualTo(Id.NOTHING_TO_WORK_ON);
        assertThat(refusal.reason()).isEqualTo("The modules of all these packages set ghpackages.skip=true.");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void a_list_leaves_a_skipped_module_out(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        MojoExtension.setVariableValueToObject(list, "execution", build.goal("list-versions"));
        libSays(true, "skip", "true");

        list.execute();

        assertThat(report()).contains("com.example.app").doesNotContain("com.example.lib");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_dry_module_makes_the_whole_run_dry(
            boolean asProperty, @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libSays(asProperty, "dryRun", "true");

        prune.execute();

        assertThat(report()).contains("\"dryRun\": true", "\"toDelete\": 4");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void a_module_that_is_not_dry_does_not_make_a_dry_run_live(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.typed("dryRun", "true");
        libSays(false, "dryRun", "false");

        prune.execute();

        assertThat(github.deleted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_is_deleted_where_a_module_protects_versions_of_its_own(
            boolean asProperty, @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        libSays(asProperty, "keepVersions", "1.0");

        assertJoiningFails(
                prune,
                "com.example:lib:jar:3.0-SNAPSHOT says 1.0, com.example:app:jar:3.0-SNAPSHOT says nothing for"
                        + " keepVersions");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:lib")
    void it_protects_them_as_well_where_its_package_is_named(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        libSays(true, "keepVersions", "1.0");

        assertJoiningFails(
                prune,
                "com.example:lib:jar:3.0-SNAPSHOT says 1.0, com.example:app:jar:3.0-SNAPSHOT says nothing for"
                        + " keepVersions");
    }

    @Test
    void the_command_line_overrides_a_property_of_a_module(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        build.typed("keepReleases", "1");
        libSays(true, "keepReleases", "2");

        prune.execute();

        assertThat(versionsOf(LIB)).containsExactly("1.2");
    }

    @Test
    void the_command_line_overrides_the_configuration_of_a_module(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libSays(false, "keepReleases", "2");

        prune.execute();

        assertThat(versionsOf(LIB)).containsExactly("1.2");
    }

    @Test
    void modules_that_configure_different_rules_can_not_be_joined(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        build.configuration("<keepSnapshots>1</keepSnapshots>");
        libSays(false, "keepSnapshots", "2");

        assertJoiningFails(
                prune,
                "com.example:app:jar:3.0-SNAPSHOT says 1, com.example:lib:jar:3.0-SNAPSHOT says 2 for keepSnapshots");
    }

    @Test
    void the_stricter_tripwire_of_a_module_can_not_be_lost(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        build.typed("maxDeletions", "10");
        libSays(true, "maxDeletions", "3");

        assertJoiningFails(
                prune,
                "com.example:app:jar:3.0-SNAPSHOT says 10, com.example:lib:jar:3.0-SNAPSHOT says 3 for maxDeletions");
    }

    @Test
    @MojoParameter(name = "keepVersions", value = "1.0,1.1")
    void a_list_is_the_same_however_it_is_written(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        lib.getProperties().setProperty("second", "1.1");
        libSays(false, "keepVersions", "<v> 1.0 </v><v>${second}</v>");

        prune.execute();

        assertThat(github.deleted()).isEmpty();
        assertThat(report()).contains("\"toDelete\": 0");
    }

    @Test
    void what_a_module_says_for_another_goal_does_not_count(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libSays(false, "state", "all");

        prune.execute();

        assertThat(github.deleted()).hasSize(4);
    }

    @Test
    void a_typing_error_in_a_module_is_refused(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        libSays(false, "keepVersion", "1.0");

        PackagesException refusal = refusal(prune);
        assertThat(refusal.id()).isEqualTo(Id.UNKNOWN_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Reading the configuration element <keepVersion> failed.");
        assertThat(refusal.reason())
                .isEqualTo("In com.example:lib:jar:3.0-SNAPSHOT: No goal of this plugin has such a parameter.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:lib")
    void a_module_that_is_no_part_of_the_run_does_not_count(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libSays(true, "keepVersions", "1.0");
        build.session().setProjects(List.of(build.project()));

        prune.execute();

        assertThat(versionsOf(LIB)).containsExactly("1.2");
    }
}
