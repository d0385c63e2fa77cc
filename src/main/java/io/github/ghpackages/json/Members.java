package io.github.ghpackages.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, read strictly; its errors name the member by its path. */
public final class Members {

    private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonObject object;
    private final String path;

    private Members(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /** A text that is one JSON object and nothing else. */
    public static Members parse(String text) throws JsonException {
        try (var reader = new JsonReader(new StringReader(text))) {
            // Stricter still would refuse half a surrogate pair, so that one odd name would make a journal unreadable.
            reader.setStrictness(Strictness.LEGACY_STRICT);
            var element = ELEMENTS.read(reader);
            if (reader.peek() == JsonToken.END_DOCUMENT) {
                return of(element, "");
            }
        } catch (JsonParseException | IOException e) {
            // Said below, in words that do not repeat the text.
        }
        throw new JsonException("it is not JSON");
    }

    private static Members of(JsonElement element, String path) throws JsonException {
        if (!element.isJsonObject()) {
            throw new JsonException((path.isEmpty() ? "it" : path) + " is not an object");
        }
        return new Members(element.getAsJsonObject(), path);
    }

    public String text(String name) throws JsonException {
        var value = required(name);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw wrong(name, "is not a text");
        }
        return value.getAsString();
    }

    @Nullable
    public String textOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : text(name);
    }

    public long number(String name) throws JsonException {
        var value = required(name);
        try {
            if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
                return Long.parseLong(value.getAsString());
            }
        } catch (NumberFormatException ignored) {
            // Said below: it is a number, but not a whole one.
        }
        throw wrong(name, "is not a whole number");
    }

    /** A numeric id of GitHub's. */
    public long id(String name) throws JsonException {
        var id = number(name);
        if (id < 1) {
            throw wrong(name, "is not a whole number above 0");
        }
        return id;
    }

    @Nullable
    public Long idOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : (Long) id(name);
    }

    /** A name that can be a part of a URL's path and leads to no other path. */
    public String name(String name) throws JsonException {
        var text = text(name);
        if (text.isBlank() || text.chars().allMatch(character -> character == '.')) {
            throw wrong(name, "is not a name");
        }
        return text;
    }

    @Nullable
    public Long numberOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : (Long) number(name);
    }

    public boolean flag(String name) throws JsonException {
        var value = required(name);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw wrong(name, "is neither true nor false");
        }
        return value.getAsBoolean();
    }

    /** A time of this era: with one at the end of all times no span could be reckoned. */
    public Instant instant(String name) throws JsonException {
        try {
            var instant = Instant.parse(text(name));
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Said below, like a time of another era.
        }
        throw wrong(name, "is not a time such as 2026-11-23T10:15:30Z");
    }

    @Nullable
    public Instant instantOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : instant(name);
    }

    public Members object(String name) throws JsonException {
        return of(required(name), pathOf(name));
    }

    @Nullable
    Members objectOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : object(name);
    }

    public List<Members> objects(String name) throws JsonException {
        var objects = new ArrayList<Members>();
        for (var element : array(name)) {
            objects.add(of(element, pathOf(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    public List<String> texts(String name) throws JsonException {
        var texts = new ArrayList<String>();
        for (var element : array(name)) {
            if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
                throw wrong(name + "[" + texts.size() + "]", "is not a text");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    /** The texts of an object whose members are all texts. */
    public Map<String, String> textsByName(String name) throws JsonException {
        var members = object(name);
        var texts = new LinkedHashMap<String, String>();
        for (var key : members.names()) {
            texts.put(key, members.text(key));
        }
        return texts;
    }

    public List<String> names() {
        return List.copyOf(object.keySet());
    }

    public JsonException wrong(String name, String what) {
        return new JsonException(pathOf(name) + " " + what);
    }

    private Iterable<JsonElement> array(String name) throws JsonException {
        var value = required(name);
        if (!value.isJsonArray()) {
            throw wrong(name, "is not a list");
        }
        return value.getAsJsonArray();
    }

    private JsonElement required(String name) throws JsonException {
        var value = object.get(name);
        if (value == null || value.isJsonNull()) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private boolean isAbsent(String name) {
        var value = object.get(name);
        return value == null || value.isJsonNull();
    }

    private String pathOf(String name) {
        var printable = SafeText.harmless(name);
        return path.isEmpty() ? printable : path + "." + printable;
    }
}
