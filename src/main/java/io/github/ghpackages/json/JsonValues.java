package io.github.ghpackages.json;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values of a JSON text, as strings, numerals, booleans, maps and lists. */
final class JsonValues {

    /** A page of 100 containers with a thousand tags each has a tenth of that; a hostile answer must not fill the memory. */
    private static final int MOST = 1_000_000;

    /** A number as it is written. */
    record Numeral(String digits) {}

    private final JsonReader reader;
    private int count;

    JsonValues(JsonReader reader) {
        this.reader = reader;
    }

    @Nullable
    Object read() throws IOException {
        if (++count > MOST) {
            throw Json.unexpected("It has more than a million values.");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> members();
            case BEGIN_ARRAY -> elements();
            case STRING -> reader.nextString();
            case NUMBER -> new Numeral(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            default -> throw new IOException("a value was expected");
        };
    }

    private Map<String, @Nullable Object> members() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (members.containsKey(name)) {
                throw Json.unexpected("There are two members '" + Json.beginning(name) + "' in one object.");
            }
            members.put(name, read());
        }
        reader.endObject();
        return members;
    }

    private List<@Nullable Object> elements() throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(read());
        }
        reader.endArray();
        return elements;
    }
}
