package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ListPackagesMojoTest extends MojoSetting {

    ListPackagesMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", LIB, 3);
        publish("acme/app", APP, 2);
        publish("acme/web", "com.example.web:site", 1);
    }

    private List<String> names() throws IOException {
        return StreamSupport.stream(packages().spliterator(), false)
                .map(element -> element.getAsJsonObject().get("name").getAsString())
                .toList();
    }

    private JsonArray packages() throws IOException {
        return JsonParser.parseString(report()).getAsJsonObject().getAsJsonArray("packages");
    }

    @Test
    void lists_all_packages_of_the_owner_by_name(@InjectMojo(goal = "list-packages") ListPackagesMojo list)
            throws Exception {
        list.execute();

        assertThat(names()).containsExactly("com.example.app", "com.example.lib", "com.example.web.site");
        JsonObject app = packages().get(0).getAsJsonObject();
        assertThat(app.get("owner").getAsString()).isEqualTo("acme");
        assertThat(app.get("type").getAsString()).isEqualTo("maven");
        assertThat(app.get("visibility").getAsString()).isEqualTo("public");
        assertThat(app.get("repository").getAsString()).isEqualTo("acme/app");
        assertThat(app.get("versionCount").getAsInt()).isEqualTo(2);
        assertThat(app.get("createdAt").getAsString()).isEqualTo(DAY.toString());
        assertThat(app.has("updatedAt")).isTrue();
        assertThat(app.get("url").getAsString()).startsWith("https://github.com/acme/app/packages/");
        assertThat(github.count(When.method("GET").negate())).isZero();
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:*,!com.example:lib")
    @MojoParameter(name = "repository", value = "acme/app")
    void lists_the_selected_packages_of_a_repository(@InjectMojo(goal = "list-packages") ListPackagesMojo list)
            throws Exception {
        list.execute();

        assertThat(names()).containsExactly("com.example.app");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:app,com.example:nix")
    void looks_up_names_without_a_listing_and_reports_what_is_missing(
            @InjectMojo(goal = "list-packages") ListPackagesMojo list) throws Exception {
        list.execute();

        assertThat(names()).containsExactly("com.example.app");
        assertThat(report()).contains("acme/com.example.nix");
    }

    @Test
    @MojoParameter(name = "visibility", value = "private")
    void lists_packages_of_a_visibility(@InjectMojo(goal = "list-packages") ListPackagesMojo list) throws Exception {
        github.accounts().privateRepository("acme/web");
        build.server("github", github.accounts().adminToken("octocat", "acme/app", "acme/web"));

        list.execute();

        assertThat(names()).containsExactly("com.example.web.site");
    }

    @Test
    @MojoParameter(name = "olderThan", value = "30d")
    void lists_packages_that_have_not_changed_for_a_time(@InjectMojo(goal = "list-packages") ListPackagesMojo list)
            throws Exception {
        github.state().publish("acme/app", "com.example:new", "1.0", Instant.now());

        list.execute();

        assertThat(names()).containsExactly("com.example.app", "com.example.lib", "com.example.web.site");
    }

    @Test
    @MojoParameter(name = "packageType", value = "docker")
    @MojoParameter(name = "conflicts", value = "true")
    void lists_docker_packages_in_conflict(@InjectMojo(goal = "list-packages") ListPackagesMojo list) throws Exception {
        for (String name : List.of("shop", "store")) {
            github.state().publish("docker", "acme/app", name, "sha256:1", DAY);
        }
        github.state().conflict("acme", "shop");

        list.execute();

        assertThat(names()).containsExactly("shop");
    }

    @Test
    @MojoParameter(name = "conflicts", value = "true")
    void refuses_conflicts_of_another_type(@InjectMojo(goal = "list-packages") ListPackagesMojo list) {
        PackagesException refusal = refusal(list);

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.reason()).isEqualTo("Only docker packages can be in conflict, but packageType is maven.");
    }

    @Test
    void lists_nothing_if_there_is_nothing(@InjectMojo(goal = "list-packages") ListPackagesMojo list) throws Exception {
        build.typed("packageType", "npm");

        list.execute();

        assertThat(names()).isEmpty();
    }
}
