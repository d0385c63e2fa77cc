package io.github.ghpackages.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of JSON, read strictly: what is not there, or of another shape than asked for, is a {@link PackagesException}. */
public final class Json {

    /** GitHub nests four deep; a hostile answer must not overflow the stack. */
    private static final int DEEPEST = 50;

    private final @Nullable Object value;

    /** Where this stands, for errors; put together only when there is one, since a listing has a million values. */
    private final @Nullable Json parent;

    private final String step;

    private Json(@Nullable Object value, @Nullable Json parent, String step) {
        this.value = value;
        this.parent = parent;
        this.step = step;
    }

    /** Reads one value that makes up the whole text. */
    public static Json parse(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
            Object value = new JsonValues(reader).read();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw unexpected("There is text after the end of the JSON.");
            }
            return new Json(value, null, "$");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw unexpected("It is not JSON: it starts with '" + beginning(text) + "'.");
        }
    }

    public boolean isNull() {
        return value == null;
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public boolean isArray() {
        return value instanceof List;
    }

    /** The member of this name, which must be there and not null. */
    public Json get(String name) {
        Optional<Json> found = find(name);
        if (found.isEmpty()) {
            throw unexpected("There is no '" + name + "' in " + this + ".");
        }
        return found.get();
    }

    /** The member of this name; empty where it is absent or null. */
    public Optional<Json> find(String name) {
        if (!(value instanceof Map<?, ?> members)) {
            throw unexpected("There is no object at " + this + ".");
        }
        Object member = members.get(name);
        return member == null ? Optional.empty() : Optional.of(new Json(member, this, "." + name));
    }

    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw unexpected("There is no text at " + this + ".");
    }

    /** A yes or no. */
    public boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw unexpected("There is no true or false at " + this + ".");
    }

    /** A whole number that fits a long. */
    public long number() {
        if (value instanceof JsonValues.Numeral number) {
            try {
                return Long.parseLong(number.digits());
            } catch (NumberFormatException e) {
                throw unexpected("There is no whole number at " + this + ".");
            }
        }
        throw unexpected("There is no number at " + this + ".");
    }

    /** The elements of an array. */
    public List<Json> items() {
        if (!(value instanceof List<?> elements)) {
            throw unexpected("There is no list at " + this + ".");
        }
        List<Json> items = new ArrayList<>(elements.size());
        for (Object element : elements) {
            items.add(new Json(element, this, "[" + items.size() + "]"));
        }
        return items;
    }

    /** The text of the member of this name; empty where it is absent or null. */
    public Optional<String> findText(String name) {
        Optional<Json> found = find(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().text());
    }

    /** The time in the member of this name; empty where it is absent, null, or not a time: such a time is unknown. */
    public Optional<Instant> findInstant(String name) {
        Optional<String> text = findText(name);
        return text.isEmpty() ? Optional.empty() : Instants.parse(text.get());
    }

    @Override
    public String toString() {
        return parent == null ? step : parent + step;
    }

    /** As much of a text as an error can quote. */
    static String beginning(String text) {
        return SafeText.harmless(
                text.strip().substring(0, Math.min(40, text.strip().length())));
    }

    static PackagesException unexpected(String reason) {
        return new PackagesException(
                Id.UNEXPECTED_ANSWER,
                "Reading the server's answer failed.",
                reason,
                "Check that apiUrl is a REST API of GitHub, such as https://api.github.com or https://HOST/api/v3, and"
                        + " that no proxy answers in its place.");
    }

    /** Reads the values of a JSON text, as strings, numerals, booleans, maps and lists. */
    static final class JsonValues {

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
}
