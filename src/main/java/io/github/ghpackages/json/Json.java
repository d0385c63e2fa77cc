package io.github.ghpackages.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON, read strictly: whatever is missing, or of another shape than asked for, is an error that names it by its
 * path. Members are read by their names, so most methods are for objects.
 */
public final class Json {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Makes something of a value.
     *
     * @param <T> what it makes
     */
    public interface Use<T> {

        T of(Json json) throws JsonException;
    }

    private final @Nullable Object value;

    /** Where this is, for errors; put together only when there is one, since a listing has a million values. */
    private final @Nullable Json parent;

    private final String step;

    private Json(@Nullable Object value, @Nullable Json parent, String step) {
        this.value = value;
        this.parent = parent;
        this.step = step;
    }

    /** A text from the network, which must be one JSON value. What is nested too deep or too large is refused. */
    public static Json parse(String text) throws JsonException {
        Json json = parse(text, Strictness.STRICT, JsonValues.MOST_OF_AN_ANSWER);
        if (json == null) {
            throw new JsonException("it is not JSON: it starts with '" + beginning(text) + "'");
        }
        return json;
    }

    /** The same for a text of any size that the plugin wrote. It is not quoted: the user may have named some other file. */
    public static Json parseOwn(String text) throws JsonException {
        // Stricter still would refuse half a surrogate pair, so that one odd name would make a journal unreadable.
        Json json = parse(text, Strictness.LEGACY_STRICT, Integer.MAX_VALUE);
        if (json == null) {
            throw new JsonException("it is not JSON");
        }
        return json;
    }

    private static @Nullable Json parse(String text, Strictness strictness, int most) throws JsonException {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(strictness);
            reader.setNestingLimit(JsonValues.DEEPEST);
            Object value = new JsonValues(reader, most).read();
            return reader.peek() == JsonToken.END_DOCUMENT ? new Json(value, null, "") : null;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return null;
        }
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public String text(String name) throws JsonException {
        if (required(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "is not a text");
    }

    public @Nullable String textOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : text(name);
    }

    public long number(String name) throws JsonException {
        try {
            if (required(name) instanceof JsonValues.Numeral number) {
                return Long.parseLong(number.digits());
            }
        } catch (NumberFormatException e) {
            // A number, but not a whole one.
        }
        throw wrong(name, "is not a whole number");
    }

    public @Nullable Long numberOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : (Long) number(name);
    }

    /** A numeric id of GitHub's, which ends up in the paths of deletions. */
    public long id(String name) throws JsonException {
        long id = number(name);
        if (id < 1) {
            throw wrong(name, "is not a whole number above 0");
        }
        return id;
    }

    public @Nullable Long idOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : (Long) id(name);
    }

    /** A name that can be a part of a URL's path and leads to no other path. */
    public String name(String name) throws JsonException {
        String text = text(name);
        if (text.isBlank() || text.chars().allMatch(character -> character == '.')) {
            throw wrong(name, "is not a name");
        }
        return text;
    }

    public boolean flag(String name) throws JsonException {
        if (required(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "is neither true nor false");
    }

    public @Nullable Boolean flagOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : (Boolean) flag(name);
    }

    /** A time of this era: no duration could be computed with one at the end of all times. */
    public Instant instant(String name) throws JsonException {
        try {
            Instant instant = Instant.parse(text(name));
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // As wrong as a time of another era.
        }
        throw wrong(name, "is not a time such as 2026-11-23T10:15:30Z");
    }

    public @Nullable Instant instantOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : instant(name);
    }

    /** A time as servers write it; null if it is absent, or no time: then it is unknown. */
    public @Nullable Instant timeOrNull(String name) throws JsonException {
        String text = textOrNull(name);
        return text == null ? null : Instants.parse(text).orElse(null);
    }

    public Json object(String name) throws JsonException {
        Json object = new Json(required(name), this, name);
        object.members();
        return object;
    }

    public @Nullable Json objectOrNull(String name) throws JsonException {
        return isAbsent(name) ? null : object(name);
    }

    public List<Json> objects(String name) throws JsonException {
        List<Json> objects = new Json(required(name), this, name).elements();
        for (Json object : objects) {
            object.members();
        }
        return objects;
    }

    public List<String> texts(String name) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Json element : new Json(required(name), this, name).elements()) {
            if (!(element.value instanceof String text)) {
                throw new JsonException(element + " is not a text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The texts of an object whose members are all texts. */
    public Map<String, String> textsByName(String name) throws JsonException {
        Json members = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : members.names()) {
            texts.put(key, members.text(key));
        }
        return texts;
    }

    /** The names of the members. */
    public List<String> names() throws JsonException {
        List<String> names = new ArrayList<>();
        for (Object name : members().keySet()) {
            names.add((String) name);
        }
        return names;
    }

    /** The elements of a list. */
    public List<Json> elements() throws JsonException {
        if (!(value instanceof List<?> list)) {
            throw new JsonException(this + " is not a list");
        }
        List<Json> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            elements.add(new Json(element, this, "[" + elements.size() + "]"));
        }
        return elements;
    }

    /** An error that names a member: {@code wrong("id", "occurs twice")}. */
    public JsonException wrong(String name, String what) {
        return new JsonException(new Json(null, this, name) + " " + what);
    }

    private Map<?, ?> members() throws JsonException {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw new JsonException(this + " is not an object");
    }

    private Object required(String name) throws JsonException {
        Object member = members().get(name);
        if (member == null) {
            throw wrong(name, "is missing");
        }
        return member;
    }

    private boolean isAbsent(String name) throws JsonException {
        return members().get(name) == null;
    }

    /** The path, such as {@code [3].owner.login}; {@code it} for the whole. */
    @Override
    public String toString() {
        if (parent == null) {
            return "it";
        }
        boolean isFirst = parent.parent == null;
        return (isFirst ? "" : parent.toString()) + (isFirst || step.startsWith("[") ? "" : ".") + step;
    }

    /** As much of a text as an error can quote. */
    static String beginning(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(40, stripped.length()));
    }
}
