package io.github.ghpackages.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The JSON Schemas of the manual. A user's check by them must accept fields that a later version adds; here, a field that no schema has
 * is a fault, so that each field is written down.
 */
public final class Schemas {

    private static final Path FOLDER = Path.of("src/site/resources/schemas");
    private static final String ENDING = ".schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> TEXTS = read();
    private static final Map<String, JsonSchema> STRICT =
            TEXTS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, schema -> strict(schema.getValue())));

    private Schemas() {}

    private static Map<String, JsonNode> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Map<String, JsonNode> schemas = new TreeMap<>();
            for (Path file : files.toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                schemas.put(name.replace(ENDING, ""), JSON.readTree(Files.readString(file)));
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema strict(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        forbidOthers(copy);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(copy, config);
    }

    private static void forbidOthers(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::forbidOthers);
    }

    /** Their names, such as {@code prune}. */
    public static List<String> names() {
        return List.copyOf(TEXTS.keySet());
    }

    /** What is wrong with a text by this schema; empty if nothing is. */
    public static List<String> faults(String schema, String json) {
        try {
            JsonNode text = JSON.readTree(json);
            List<String> faults =
                    new ArrayList<>(Objects.requireNonNull(STRICT.get(schema), schema).validate(text).stream()
                            .map(Object::toString)
                            .toList());
            checkOrder(Objects.requireNonNull(TEXTS.get(schema)), text, schema, faults);
            return faults;
        } catch (JsonProcessingException e) {
            return List.of("it is no JSON: " + e.getOriginalMessage());
        }
    }

    /** The columns of a CSV file are in the order of the fields, so that order is a promise, too. */
    private static void checkOrder(JsonNode schema, JsonNode text, String path, List<String> faults) {
        JsonNode properties = schema.path("properties");
        if (text.isObject() && !properties.isMissingNode()) {
            List<String> there = new ArrayList<>();
            text.fieldNames().forEachRemaining(there::add);
            List<String> described = new ArrayList<>();
            properties.fieldNames().forEachRemaining(described::add);
            described.retainAll(there);
            there.retainAll(described);
            if (!there.equals(described)) {
                faults.add(path + " has its fields in another order: " + there);
            }
            text.fields()
                    .forEachRemaining(field -> checkOrder(
                            properties.path(field.getKey()), field.getValue(), path + "." + field.getKey(), faults));
        }
        text.forEach(item -> {
            if (text.isArray()) {
                checkOrder(schema.path("items"), item, path + "[]", faults);
            }
        });
    }

    /** The schemas by which nothing is wrong with a text. */
    public static List<String> of(String json) {
        return names().stream().filter(name -> faults(name, json).isEmpty()).toList();
    }

    /** Each field that a schema has, with its type, and each value of a field that can have only some. */
    public static List<String> fields(String schema) {
        List<String> fields = new ArrayList<>();
        collect(Objects.requireNonNull(TEXTS.get(schema), schema), schema, fields);
        return fields;
    }

    private static void collect(JsonNode schema, String path, List<String> fields) {
        schema.path("oneOf").forEach(each -> collect(each, path, fields));
        schema.path("enum").forEach(value -> {
            if (!value.isNull()) {
                fields.add(path + " = " + value.asText());
            }
        });
        if (schema.has("const")) {
            fields.add(path + " = " + schema.get("const").asText());
        }
        List<String> required = texts(schema.path("required"));
        schema.path("properties").fields().forEachRemaining(field -> {
            String name = path + "." + field.getKey();
            String type = String.join(" or ", texts(field.getValue().path("type")));
            String line = name
                    + (type.isEmpty() ? "" : " " + type)
                    + (required.contains(field.getKey()) ? "" : " (not always)");
            if (!fields.contains(line)) {
                fields.add(line);
            }
            collect(field.getValue(), name, fields);
        });
        if (schema.has("items")) {
            collect(schema.get("items"), path + "[]", fields);
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    /** The head of a report as CSV: the fields of a package, then those of a version. */
    public static List<String> columns(String schema) {
        JsonNode ofPackage = Objects.requireNonNull(TEXTS.get(schema), schema)
                .path("properties")
                .path("packages")
                .path("items")
                .path("properties");
        List<String> columns = new ArrayList<>();
        ofPackage.fieldNames().forEachRemaining(name -> columns.add(name.equals("name") ? "package" : name));
        ofPackage
                .path("versions")
                .path("items")
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> columns.add(name.equals("name") ? "version" : name));
        columns.remove("versions");
        return columns;
    }
}
