package io.github.ghpackages.files;

import com.google.gson.JsonObject;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.json.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What journal and plan file have in common: how a package, a version and a policy stand in JSON. */
final class JsonParts {

    private JsonParts() {}

    static void add(JsonObject json, PackageRef ref) {
        json.addProperty("apiUrl", ref.apiUrl().toString());
        json.addProperty("owner", ref.owner());
        json.addProperty("packageType", ref.name().type());
        json.addProperty("package", ref.name().value());
    }

    static PackageRef ref(Members json) throws JsonException {
        var name = new PackageName(json.name("packageType"), json.name("package"));
        return new PackageRef(json.uri("apiUrl"), json.name("owner"), name);
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

    static PackageVersion version(Members json) throws JsonException {
        return new PackageVersion(
                json.id("id"),
                json.text("name"),
                state(json),
                json.instantOrNull("createdAt"),
                json.instantOrNull("updatedAt"),
                json.instantOrNull("deletedAt"),
                json.textOrNull("url"));
    }

    private static PackageVersion.State state(Members json) throws JsonException {
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

    static Map<String, PolicyValue> policy(Members json) throws JsonException {
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
