package io.github.ghpackages.files;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.json.SafeJsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file in which a prune stores what the owner's list showed of packages of which it deleted nothing, so that the next run need
 * not list their versions again. It only saves requests: without it, a run does the same.
 */
public final class StateFile {

    private static final int SCHEMA = 1;

    /**
     * What the owner's list showed of a package when its versions were judged.
     *
     * @param checkedAt when they were judged, by the server's clock
     */
    public record Entry(Instant updatedAt, long versionCount, Instant checkedAt) {}

    /**
     * A state.
     *
     * @param policy identifies the policy and the plugin by which the packages were judged
     */
    public record State(String policy, Map<PackageRef, Entry> packages) {

        /** Nothing is known. */
        public static State empty(String policy) {
            return new State(policy, Map.of());
        }
    }

    private StateFile() {}

    /**
     * Reads what is known for this policy: nothing if there is no file, or one for another policy.
     *
     * @param warnings takes why the file can't be used; it is then not overwritten either
     */
    public static State read(Path file, String policy, List<String> warnings) {
        if (!Files.exists(file)) {
            return State.empty(policy);
        }
        try {
            State state = parse(Files.readString(file));
            return state.policy().equals(policy) ? state : State.empty(policy);
        } catch (IOException e) {
            warnings.add(notUsed(file, FileErrors.reason(e)));
        } catch (JsonException e) {
            warnings.add(notUsed(file, "It is not a state: " + e.getMessage() + "."));
        }
        return State.empty(policy);
    }

    private static String notUsed(Path file, String why) {
        return "The state " + file + " is not used. " + why
                + " All packages are listed, and the file is not overwritten. To begin a new state, delete it.";
    }

    /**
     * Replaces the state in one step, so that a kill leaves the old one or the new one.
     *
     * @param warnings takes why it could not be written
     */
    public static void write(Path file, State state, List<String> warnings) {
        try {
            StringWriter text = new StringWriter();
            write(state, text);
            DurableFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            warnings.add("The state " + file + " was not written. " + FileErrors.reason(e)
                    + " The next run lists all packages.");
        }
    }

    private static void write(State state, Writer out) throws IOException {
        // Not closed: nothing is behind it.
        @SuppressWarnings("resource")
        JsonWriter json = new JsonWriter(new SafeJsonWriter(out));
        json.setIndent(" ");
        json.beginObject();
        json.name("schema").value(SCHEMA);
        json.name("policy").value(state.policy());
        json.name("packages").beginArray();
        for (Map.Entry<PackageRef, Entry> known : state.packages().entrySet()) {
            JsonObject row = new JsonObject();
            JournalFormat.add(row, known.getKey());
            row.addProperty("updatedAt", known.getValue().updatedAt().toString());
            row.addProperty("versionCount", known.getValue().versionCount());
            row.addProperty("checkedAt", known.getValue().checkedAt().toString());
            json.jsonValue(row.toString());
        }
        json.endArray().endObject();
        json.flush();
        out.write('\n');
    }

    private static State parse(String text) throws JsonException {
        Json json = Json.parseOwn(text);
        long schema = json.number("schema");
        if (schema != SCHEMA) {
            throw new JsonException("its layout, number " + schema + ", is not known to this version of the plugin");
        }
        Map<PackageRef, Entry> packages = new HashMap<>();
        for (Json row : json.objects("packages")) {
            packages.put(
                    JournalFormat.ref(row),
                    new Entry(row.instant("updatedAt"), row.number("versionCount"), row.instant("checkedAt")));
        }
        return new State(json.text("policy"), packages);
    }
}
