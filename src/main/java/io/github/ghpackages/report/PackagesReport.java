package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packages that {@code list-packages} finds. */
public final class PackagesReport extends Report {

    private final Table table = new Table(List.of("PACKAGE", "VERSIONS", "CHANGED", "VISIBILITY", "REPOSITORY"));
    private int packages;
    private long versions;

    public PackagesReport(ReportFile file) {
        super(file);
    }

    /** Adds a package. Its row of the table is kept, since a column is as wide as its widest cell. */
    public void add(PackageRef ref, PackageDetails details) {
        packages++;
        Long count = details.versionCount();
        versions += count == null ? 0 : count;
        add(json -> write(json, ref, details), () -> {
            table.row(row(ref, details));
            return List.of();
        });
    }

    private static List<String> row(PackageRef ref, PackageDetails details) {
        return List.of(
                ref.name().value(),
                shown(details.versionCount()),
                Wording.day(details.updatedAt()),
                shown(details.visibility()),
                shown(details.repository()));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static void write(JsonWriter json, PackageRef ref, PackageDetails details) throws IOException {
        ref(json, ref);
        json.name("type").value(ref.name().type().toString());
        json.name("visibility").value(details.visibility());
        json.name("repository").value(details.repository());
        json.name("versionCount").value(details.versionCount());
        time(json, "createdAt", details.createdAt());
        time(json, "updatedAt", details.updatedAt());
        json.name("url").value(details.url());
    }

    @Override
    List<Block> lastBlocks() {
        return packages == 0 ? List.of() : List.of(table, new Block.Gap());
    }

    @Override
    String summary() {
        String text = English.count(packages, "package") + ", " + English.count(versions, "version") + ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
