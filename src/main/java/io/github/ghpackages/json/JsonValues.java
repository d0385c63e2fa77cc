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
    static final int MOST_OF_AN_ANSWER = 1_000_000;

    /** GitHub nests four deep; a hostile answer must not overflow the stack. */
    static final int DEEPEST = 50;

    /** A number as it is written. */
    record Numeral(String digits) {}

    private final JsonReader reader;
    private final int most;
    private int count;

    JsonValues(JsonReader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    @Nullable
    Object read() throws IOException, JsonException {
        if (++count > most) {
            throw new JsonException("it has more than a million values");
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

    private Map<String, @Nullable Object> members() throws IOException, JsonException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (members.containsKey(name)) {
                throw new JsonException("there are two members '" + Json.beginning(name) + "' in one object");
            }
            members.put(name, read());
        }
        reader.endObject();
        return members;
    }

    private List<@Nullable Object> elements() throws IOException, JsonException {
        List<@Nullable Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(read());
        }
        reader.endArray();
        return elements;
    }
}
