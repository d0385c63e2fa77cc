package io.github.ghpackages.files;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.json.SafeJsonWriter;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a dry run stores its plan, and from which {@code applyPlan} carries it out: JSON, one version a line, so
 * that it can be reviewed and compared.
 */
public final class PlanFile {

    private static final int SCHEMA = 1;

    private PlanFile() {}

    /** Writes the plan; folders are made, an older file is replaced. */
    public static void write(Path file, StoredPlan plan) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            try (var out = Files.newBufferedWriter(file)) {
                write(plan, out);
            }
        } catch (IOException e) {
            throw FileErrors.planNotWritable(file, e);
        }
    }

    /** Removes an older plan, so that it is not taken for the one that is about to be made. */
    public static void remove(Path file) {
        try {
            // Not where it is something like /dev/stdout, which must stay.
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw FileErrors.planNotWritable(file, e);
        }
    }

    /** Reads a plan back; anything but a whole plan of a known layout is refused. */
    public static StoredPlan read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (MalformedInputException e) {
            throw FileErrors.planNotReadable(file, "It is not a plan: it is not UTF-8.", e);
        } catch (IOException e) {
            throw FileErrors.planNotReadable(file, FileErrors.reason(e), e);
        } catch (JsonException e) {
            throw FileErrors.planNotReadable(file, "It is not a plan: " + e.getMessage() + ".", e);
        }
    }

    /** Piece by piece, since a plan may have a hundred thousand versions. */
    private static void write(StoredPlan plan, Writer out) throws IOException {
        // Not closed: the file belongs to the caller.
        @SuppressWarnings("resource")
        var json = new JsonWriter(new SafeJsonWriter(out));
        json.setIndent("  ");
        json.beginObject();
        json.name("schema").value(SCHEMA);
        json.name("pluginVersion").value(plan.pluginVersion());
        json.name("createdAt").value(plan.createdAt().toString());
        json.name("policy").jsonValue(JournalFormat.policy(plan.policy()).toString());
        var stops = new JsonArray();
        plan.stops().forEach(stop -> stops.add(SafeText.harmless(stop)));
        json.name("stops").jsonValue(stops.toString());
        json.name("packages").beginArray();
        for (var stored : plan.packages()) {
            write(stored, json);
        }
        json.endArray().endObject();
        json.flush();
        out.write('\n');
    }

    private static void write(StoredPackage stored, JsonWriter json) throws IOException {
        json.beginObject();
        var ref = new JsonObject();
        JournalFormat.add(ref, stored.ref());
        for (var member : ref.entrySet()) {
            json.name(member.getKey()).jsonValue(member.getValue().toString());
        }
        json.name("deletePackage").value(stored.deletePackage());
        json.name("versions").beginArray();
        for (var version : stored.versions()) {
            json.jsonValue(json(version).toString());
        }
        json.endArray().endObject();
    }

    private static JsonObject json(StoredVersion version) {
        var snapshot = version.snapshot();
        var json = new JsonObject();
        json.addProperty("id", version.id());
        json.addProperty("name", version.name());
        json.addProperty("updatedAt", JournalFormat.text(version.updatedAt()));
        json.addProperty("verdict", version.delete() ? "delete" : "keep");
        json.addProperty("rule", version.rule());
        json.addProperty("reason", version.reason());
        json.addProperty("keptByCount", version.keptByCount());
        json.addProperty("lastUpdated", snapshot == null ? null : JournalFormat.text(snapshot.lastUpdated()));
        json.addProperty("buildNumber", snapshot == null ? null : snapshot.buildNumber());
        return json;
    }

    private static StoredPlan parse(String text) throws JsonException {
        var json = Json.parseOwn(text);
        var schema = json.number("schema");
        if (schema != SCHEMA) {
            throw new JsonException("its layout, number " + schema + ", is not known to this version of the plugin");
        }
        var packages = new ArrayList<StoredPackage>();
        var refs = new HashSet<PackageRef>();
        for (var stored : json.objects("packages")) {
            packages.add(storedPackage(stored));
            if (!refs.add(JournalFormat.ref(stored))) {
                throw stored.wrong("package", "occurs twice");
            }
        }
        return new StoredPlan(
                json.text("pluginVersion"),
                json.instant("createdAt"),
                JournalFormat.policy(json.object("policy")),
                List.copyOf(packages),
                json.texts("stops"));
    }

    private static StoredPackage storedPackage(Json json) throws JsonException {
        var versions = new ArrayList<StoredVersion>();
        var ids = new HashSet<Long>();
        for (var version : json.objects("versions")) {
            if (!ids.add(version.number("id"))) {
                throw version.wrong("id", "occurs twice");
            }
            versions.add(storedVersion(version));
        }
        return new StoredPackage(JournalFormat.ref(json), json.flag("deletePackage"), List.copyOf(versions));
    }

    private static StoredVersion storedVersion(Json json) throws JsonException {
        return new StoredVersion(
                json.id("id"),
                json.text("name"),
                json.instantOrNull("updatedAt"),
                isDeletion(json),
                json.text("rule"),
                json.text("reason"),
                json.flag("keptByCount"),
                snapshot(json));
    }

    private static boolean isDeletion(Json json) throws JsonException {
        return switch (json.text("verdict")) {
            case "delete" -> true;
            case "keep" -> false;
            default -> throw json.wrong("verdict", "is neither keep nor delete");
        };
    }

    private static @Nullable SnapshotMetadata snapshot(Json json) throws JsonException {
        var lastUpdated = json.instantOrNull("lastUpdated");
        var buildNumber = json.numberOrNull("buildNumber");
        if (buildNumber != null && buildNumber.intValue() != buildNumber) {
            throw json.wrong("buildNumber", "is too large");
        }
        if (lastUpdated == null) {
            return null;
        }
        return new SnapshotMetadata(lastUpdated, buildNumber == null ? null : (Integer) buildNumber.intValue());
    }
}
