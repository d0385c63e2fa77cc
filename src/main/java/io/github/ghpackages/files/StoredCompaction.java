package io.github.ghpackages.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.json.SafeJsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A compaction under way: what must be uploaded again once the snapshot is deleted. It lies in one folder with the files, so that a
 * run that was killed can be resumed.
 *
 * @param registry the URL of the Maven registry
 * @param id of the version before its deletion
 * @param version such as {@code 1.0-SNAPSHOT}
 * @param lastUpdated when it was last deployed
 * @param files the files that stay, oldest build first
 * @param hasBegun whether an upload may have been sent
 */
public record StoredCompaction(
        PackageRef ref,
        String registry,
        String groupId,
        String artifactId,
        long id,
        String version,
        Instant lastUpdated,
        List<SnapshotFile> files,
        boolean hasBegun) {

    /** The name of the file in the folder. */
    public static final String NAME = "compaction.json";

    private static final int SCHEMA = 1;

    /** The same, from when an upload may have been sent. */
    public StoredCompaction begun() {
        return new StoredCompaction(ref, registry, groupId, artifactId, id, version, lastUpdated, files, true);
    }

    /** Writes it in one step, so that a kill leaves the old text or the new one. */
    public void write(Path file) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        JournalFormat.add(json, ref);
        json.addProperty("registry", registry);
        json.addProperty("groupId", groupId);
        json.addProperty("artifactId", artifactId);
        json.addProperty("id", id);
        json.addProperty("version", version);
        json.addProperty("lastUpdated", lastUpdated.toString());
        json.addProperty("hasBegun", hasBegun);
        JsonArray rows = new JsonArray();
        for (SnapshotFile each : files) {
            JsonObject row = new JsonObject();
            row.addProperty("classifier", each.classifier());
            row.addProperty("extension", each.extension());
            row.addProperty("version", each.version());
            row.addProperty("updated", each.updated());
            rows.add(row);
        }
        json.add("files", rows);
        try {
            StringWriter text = new StringWriter();
            new SafeJsonWriter(text).write(json + "\n");
            DurableFile.replace(file, text.toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new PackagesException(
                    Id.JOURNAL_NOT_WRITABLE,
                    "Writing " + file + " failed.",
                    FileErrors.reason(e),
                    "A snapshot is not deleted before the files that stay are safe. Make sure that its folder can be"
                            + " written, or name another place with -Dghpackages.journal=FILE.",
                    e);
        }
    }

    /** Creates its folder, for the owner's eyes only where POSIX. */
    public static void createFolder(Path folder) throws IOException {
        DurableFile.createFolder(folder.toAbsolutePath());
    }

    /** Reads it. */
    public static StoredCompaction read(Path file) {
        try {
            return parse(Json.parseOwn(Files.readString(file)));
        } catch (IOException e) {
            throw notReadable(file, FileErrors.reason(e), e);
        } catch (JsonException e) {
            throw notReadable(file, "It is not a compaction: " + e.getMessage() + ".", e);
        }
    }

    private static PackagesException notReadable(Path file, String reason, Exception cause) {
        return new PackagesException(
                Id.NOT_RESUMABLE,
                "Reading " + file + " failed.",
                reason,
                "Name the file " + NAME + " in the folder of the compaction, as its error message does. Nothing was"
                        + " changed.",
                cause);
    }

    private static StoredCompaction parse(Json json) throws JsonException {
        long schema = json.number("schema");
        if (schema != SCHEMA) {
            throw new JsonException("its layout, number " + schema + ", is not known to this version of the plugin");
        }
        List<SnapshotFile> files = new ArrayList<>();
        for (Json row : json.objects("files")) {
            SnapshotFile file = new SnapshotFile(
                    row.text("classifier"), row.text("extension"), row.text("version"), row.text("updated"));
            if (file.buildOf(json.text("version")).isEmpty()) {
                throw new JsonException("it lists a file that belongs to no build of " + json.text("version"));
            }
            files.add(file);
        }
        if (!SnapshotFile.isSafe(json.text("artifactId"))) {
            throw new JsonException("its artifactId can't be a part of a file's name");
        }
        if (files.isEmpty()) {
            throw new JsonException("it lists no files");
        }
        return new StoredCompaction(
                JournalFormat.ref(json),
                json.text("registry"),
                json.name("groupId"),
                json.name("artifactId"),
                json.id("id"),
                json.text("version"),
                json.instant("lastUpdated"),
                files,
                json.flag("hasBegun"));
    }
}
