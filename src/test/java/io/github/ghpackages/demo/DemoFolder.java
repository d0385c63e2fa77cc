package io.github.ghpackages.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the demo works in: a copy of its project, a home of its own, and the logs. Nothing outside of it is touched. */
record DemoFolder(Path root, Path basedir) {

    Path project() {
        return root.resolve("shop");
    }

    Path home() {
        return root.resolve("home");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** Afresh. In the files, the names between {@code @} are replaced by their values. */
    void create(Map<String, String> values) throws IOException {
        delete();
        Files.createDirectories(logs());
        Files.createDirectories(home());
        copy(basedir.resolve("src/test/resources/demo/shop"), project(), values);
        copy(basedir.resolve("src/it/settings.xml"), root.resolve("settings.xml"), values);
        Path options = Files.createDirectories(project().resolve(".mvn")).resolve("maven.config");
        Files.write(
                options,
                List.of(
                        "--settings",
                        root.resolve("settings.xml").toString(),
                        "-Dmaven.repo.local=" + values.get("@localRepository@"),
                        "-Dghpackages.apiUrl=" + values.get("@registry@")));
    }

    private void delete() throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to, Map<String, String> values) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> value : values.entrySet()) {
                    text = text.replace(value.getKey(), value.getValue());
                }
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.toAbsolutePath().getParent());
                Files.writeString(copy, text);
            }
        }
    }
}
