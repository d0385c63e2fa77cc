package io.github.ghpackages.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 27 operations as GitHub's OpenAPI description has them ({@code packages-openapi.json}, from {@code @octokit/openapi} 23.0.2): what
 * the plugin sends, what the stub answers, and what the plugin makes of each documented status.
 */
class OpenApiTest {

    private static final PackageName APP = PackageName.maven("com.example", "app");
    private static final String TOKEN = "ghp_contract";

    /** Not documented below {@code /users}, and sent by GitHub's own action (actions/delete-package-versions). */
    private static final Set<String> UNDOCUMENTED = Set.of("page", "per_page", "state");

    private final StubGitHub stub = StubGitHub.start();
    private final HttpApi http =
            QuickHttp.open(QuickHttp.settings(URI.create(stub.url()), new Token(TOKEN, "the contract")));
    private final GitHubPackages packages = new GitHubPackages(http);
    private long id;

    OpenApiTest() {
        stub.accounts()
                .token(TOKEN, "octocat", "repo", "read:packages", "write:packages", "delete:packages")
                .user("monalisa")
                .organisation("acme")
                .repository("monalisa/app")
                .right("octocat", "monalisa/app", Right.ADMIN)
                .repository("octocat/app")
                .repository("acme/app")
                .right("octocat", "acme/app", Right.ADMIN);
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    /** One operation of the description. */
    record Operation(JsonObject json) {

        String id() {
            return json.get("operationId").getAsString().replaceFirst("packages/", "");
        }

        String path() {
            return json.get("path").getAsString();
        }

        Set<String> texts(String name) {
            Set<String> texts = new TreeSet<>();
            json.getAsJsonArray(name).forEach(element -> texts.add(element.getAsString()));
            return texts;
        }

        boolean changes() {
            return !json.get("method").getAsString().equals("GET");
        }

        Owner owner() {
            return path().startsWith("/orgs/")
                    ? new Owner("acme", Owner.Kind.ORGANIZATION)
                    : path().startsWith("/users/")
                            ? new Owner("monalisa", Owner.Kind.USER)
                            : new Owner("octocat", Owner.Kind.SELF);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static Stream<Operation> operations() throws IOException {
        JsonArray all = JsonParser.parseString(Files.readString(Path.of("src/test/resources/packages-openapi.json")))
                .getAsJsonArray();
        return StreamSupport.stream(all.spliterator(), false).map(each -> new Operation(each.getAsJsonObject()));
    }

    @Test
    void there_are_27_operations() throws IOException {
        assertThat(operations()).hasSize(27);
    }

    /** A package with two versions; whole or in part deleted where the operation restores it. */
    private void prepare(Operation operation) {
        String login = operation.owner().login();
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        stub.state().publish(login + "/app", "com.example:app", "1.0", day);
        id = stub.state().publish(login + "/app", "com.example:app", "1.1", day);
        if (operation.id().startsWith("restore-package-version")) {
            stub.state().delete(login, "com.example:app", "1.1");
        } else if (operation.id().startsWith("restore-package")) {
            stub.state().deletePackage(login, "com.example:app");
        }
        stub.forgetRequests();
    }

    /** Calls the one method of the plugin for it. */
    private Object call(Operation operation) {
        Owner owner = operation.owner();
        String name = operation.id();
        if (name.startsWith("list-docker")) {
            return packages.dockerConflicts(owner);
        }
        if (name.startsWith("list-packages")) {
            return packages.packages(owner, PackageType.MAVEN);
        }
        if (name.startsWith("get-all-package-versions")) {
            return packages.versions(owner, APP, State.ACTIVE);
        }
        if (name.startsWith("get-package-version")) {
            return packages.version(owner, APP, id).isPresent();
        }
        if (name.startsWith("get-package")) {
            return packages.find(owner, APP).isPresent();
        }
        ChangeRequest change = name.startsWith("delete-package-version")
                ? packages.deletion(owner, APP, id)
                : name.startsWith("delete-package")
                        ? packages.packageDeletion(owner, APP)
                        : name.startsWith("restore-package-version")
                                ? packages.restore(owner, APP, id)
                                : packages.packageRestore(owner, APP);
        return Lab.send(change).status();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void is_sent_as_described(Operation operation) {
        prepare(operation);

        Object answer = call(operation);

        assertThat(answer).isNotEqualTo(false);
        assertThat(operation.changes() ? String.valueOf(answer) : "200").isIn(operation.texts("statuses"));
        assertThat(stub.requests()).hasSize(1);
        StubRequest sent = stub.requests().get(0);
        assertThat(sent.method()).isEqualTo(operation.json().get("method").getAsString());
        assertThat(sent.path())
                .isEqualTo(operation
                        .path()
                        .replace("{org}", "acme")
                        .replace("{username}", "monalisa")
                        .replace("{package_type}", "maven")
                        .replace("{package_name}", "com.example.app")
                        .replace("{package_version_id}", String.valueOf(id)));
        Set<String> documented = operation.texts("query");
        if (operation.path().startsWith("/users/") && operation.id().startsWith("get-all")) {
            documented.addAll(UNDOCUMENTED);
        }
        assertThat(documented).containsAll(queryOf(sent));
        assertThat(queryOf(sent)).containsAll(operation.texts("required"));
        assertThat(sent.header("accept")).contains("application/vnd.github+json");
        assertThat(sent.header("x-github-api-version")).contains("2022-11-28");
        assertThat(sent.header("authorization")).contains("Bearer " + TOKEN);
        assertThat(sent.header("user-agent")).isPresent();
        assertThat(sent.bodySize()).isZero();
    }

    private static Set<String> queryOf(StubRequest request) {
        Set<String> names = new TreeSet<>();
        for (String pair : request.query().split("&", -1)) {
            if (!pair.isEmpty()) {
                names.add(pair.substring(0, pair.indexOf('=')));
            }
        }
        return names;
    }

    /** The stub must not be more lenient, or richer, than GitHub. */
    @ParameterizedTest
    @MethodSource("operations")
    void is_answered_as_described(Operation operation) throws IOException, InterruptedException {
        prepare(operation);
        if (operation.id().startsWith("list-docker")) {
            stub.state().conflict(operation.owner().login(), "com.example:app");
        }
        call(operation);
        if (operation.changes()) {
            return;
        }
        String target = stub.requests().get(0).target();
        HttpRequest again = HttpRequest.newBuilder(URI.create(stub.url() + target))
                .header("Authorization", "Bearer " + TOKEN)
                .header("User-Agent", "contract")
                .build();
        JsonElement body = JsonParser.parseString(
                HttpClient.newHttpClient().send(again, BodyHandlers.ofString()).body());
        List<JsonObject> rows = new ArrayList<>();
        if (operation.json().get("list").getAsBoolean()) {
            body.getAsJsonArray().forEach(row -> rows.add(row.getAsJsonObject()));
        } else {
            rows.add(body.getAsJsonObject());
        }
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.keySet()).containsAll(operation.texts("fields"));
            assertThat(operation.texts("properties")).containsAll(row.keySet());
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_documented_refusal_is_an_error_or_an_outcome_and_never_a_success(Operation operation) {
        for (String status : operation.texts("statuses")) {
            if (status.startsWith("2")) {
                continue;
            }
            prepare(operation);
            stub.fault(
                    When.any(),
                    Fault.answer(Integer.parseInt(status), "{\"message\":\"no\",\"status\":\"" + status + "\"}"));
            if (operation.changes()) {
                assertThat(call(operation)).isEqualTo(Integer.valueOf(status));
            } else if (status.equals("404")) {
                assertThat(packages.activeVersions(operation.owner(), APP)).isEmpty();
            } else {
                assertThatExceptionOfType(PackagesException.class).isThrownBy(() -> call(operation));
            }
            stub.heal();
        }
    }
}
