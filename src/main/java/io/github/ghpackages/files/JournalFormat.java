package io.github.ghpackages.files;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal: each is one JSON object whose {@code type} says what it is.
 *
 * <ul>
 *   <li>{@code header}: the first line, a {@link JournalHeader}
 *   <li>{@code delete} or {@code restore}: a version that is about to be sent
 *   <li>{@code delete-package} or {@code restore-package}: a whole package that is about to be sent, with its versions
 *   <li>{@code result}: the outcome of one of these, identified by package and {@code id}, null for a whole package
 *   <li>{@code trailer}: the last line of a run that came to its end, with the totals
 * </ul>
 */
final class JournalFormat {

    /** With this, every journal begins. */
    static final byte[] BEGINNING = bytes("{\"type\":\"header\"");

    private JournalFormat() {}

    static String header(JournalHeader header) {
        var json = line("header");
        json.addProperty("schema", header.schema());
        json.addProperty("pluginVersion", header.pluginVersion());
        json.addProperty("runId", header.runId());
        json.addProperty("operation", header.operation());
        add(json, header.account());
        json.addProperty("login", header.login());
        json.addProperty("startedAt", header.startedAt().toString());
        var where = new JsonObject();
        header.where().forEach(where::addProperty);
        json.add("where", where);
        json.add("policy", policy(header.policy()));
        return text(json);
    }

    static String sent(String type, Instant at, PackageRef ref, PackageVersion version, String rule, String reason) {
        var json = line(type, at, ref);
        add(json, version);
        json.addProperty("rule", rule);
        json.addProperty("reason", reason);
        return text(json);
    }

    static String sentPackage(String type, Instant at, PackageRef ref, String reason, List<PackageVersion> versions) {
        var json = line(type, at, ref);
        json.addProperty("reason", reason);
        var list = new JsonArray();
        for (var version : versions) {
            var item = new JsonObject();
            add(item, version);
            list.add(item);
        }
        json.add("versions", list);
        return text(json);
    }

    static String result(
            Instant at, PackageRef ref, @Nullable Long id, Result result, int status, @Nullable String requestId) {
        var json = line("result", at, ref);
        json.addProperty("id", id);
        json.addProperty("outcome", result.outcome().toString());
        json.addProperty("message", result.message());
        json.addProperty("status", status > 0 ? status : null);
        json.addProperty("requestId", requestId);
        return text(json);
    }

    static String trailer(Instant at, Map<Outcome, Integer> totals) {
        var json = line("trailer");
        json.addProperty("at", at.toString());
        var counts = new JsonObject();
        totals.forEach((outcome, count) -> counts.addProperty(outcome.toString(), count));
        json.add("totals", counts);
        return text(json);
    }

    private static JsonObject line(String type, Instant at, PackageRef ref) {
        var json = line(type);
        json.addProperty("at", at.toString());
        add(json, ref);
        return json;
    }

    static JsonObject line(String type) {
        var json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }

    static String text(JsonObject json) {
        return SafeText.harmlessJson(json.toString()) + "\n";
    }

    static byte[] bytes(String lines) {
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    static void add(JsonObject json, PackageRef ref) {
        add(json, ref.account());
        json.addProperty("packageType", ref.name().type().toString());
        json.addProperty("package", ref.name().value());
    }

    static PackageRef ref(Json json) throws JsonException {
        return new PackageRef(account(json), new PackageName(type(json), json.name("package")));
    }

    private static PackageType type(Json json) throws JsonException {
        return PackageType.find(json.name("packageType"))
                .orElseThrow(() -> json.wrong("packageType", "is not known to this version of the plugin"));
    }

    static void add(JsonObject json, Account account) {
        json.addProperty("apiUrl", account.apiUrl().toString());
        json.addProperty("owner", account.login());
    }

    static Account account(Json json) throws JsonException {
        var apiUrl = ApiUrl.find(json.text("apiUrl")).orElseThrow(() -> json.wrong("apiUrl", "is not a URL"));
        return new Account(apiUrl, json.name("owner"));
    }

    static void add(JsonObject json, PackageVersion version) {
        json.addProperty("id", version.id());
        json.addProperty("name", version.name());
        json.addProperty("state", version.state().name().toLowerCase(Locale.ROOT));
        json.addProperty("createdAt", text(version.createdAt()));
        json.addProperty("updatedAt", text(version.updatedAt()));
        json.addProperty("deletedAt", text(version.deletedAt()));
        json.addProperty("url", version.url());
    }

    static PackageVersion version(Json json) throws JsonException {
        return new PackageVersion(
                json.id("id"),
                json.text("name"),
                state(json),
                json.instantOrNull("createdAt"),
                json.instantOrNull("updatedAt"),
                json.instantOrNull("deletedAt"),
                json.textOrNull("url"));
    }

    private static PackageVersion.State state(Json json) throws JsonException {
        return switch (json.text("state")) {
            case "active" -> PackageVersion.State.ACTIVE;
            case "deleted" -> PackageVersion.State.DELETED;
            default -> throw json.wrong("state", "is neither active nor deleted");
        };
    }

    static JsonObject policy(Map<String, PolicyValue> policy) {
        var json = new JsonObject();
        policy.forEach((name, value) -> {
            var parameter = new JsonObject();
            parameter.addProperty("value", value.value());
            parameter.addProperty("source", value.source());
            json.add(name, parameter);
        });
        return json;
    }

    static Map<String, PolicyValue> policy(Json json) throws JsonException {
        var policy = new LinkedHashMap<String, PolicyValue>();
        for (var name : json.names()) {
            var parameter = json.object(name);
            policy.put(name, new PolicyValue(parameter.text("value"), parameter.text("source")));
        }
        return policy;
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
