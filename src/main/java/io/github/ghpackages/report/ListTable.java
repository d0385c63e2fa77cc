package io.github.ghpackages.report;

import io.github.ghpackages.PackageVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A list as a person reads it. */
final class ListTable {

    private ListTable() {}

    static List<String> lines(ListReport report) {
        var apis =
                Wording.apis(report.packages().stream().map(ListedPackage::ref).toList());
        var lines = new ArrayList<String>();
        for (var listed : report.packages()) {
            lines.add(heading(listed, apis));
            lines.addAll(rows(report, listed));
            lines.add("");
        }
        lines.add(summary(report));
        return lines;
    }

    static String summary(ListReport report) {
        var versions = new ArrayList<ListedVersion>();
        for (var listed : report.packages()) {
            versions.addAll(listed.versions());
        }
        var packages = Wording.count(report.packages().size(), "package");
        return upperCase(packages) + ", " + versions(versions) + ".";
    }

    private static String heading(ListedPackage listed, Set<URI> apis) {
        var found = listed.exists() ? versions(listed.versions()) : "the token sees no such package";
        return Wording.heading(listed.ref(), apis) + ": " + found;
    }

    private static String versions(List<ListedVersion> versions) {
        int deleted = 0;
        for (var listed : versions) {
            deleted += isDeleted(listed) ? 1 : 0;
        }
        return Wording.count(versions.size(), "version") + (deleted == 0 ? "" : ", " + deleted + " of them deleted");
    }

    private static List<String> rows(ListReport report, ListedPackage listed) {
        if (listed.versions().isEmpty()) {
            return List.of();
        }
        boolean withDeleted = listed.versions().stream().anyMatch(ListTable::isDeleted);
        boolean withBuilds = listed.versions().stream().anyMatch(version -> version.builds() != null);
        var head = new ArrayList<>(List.of("VERSION", "KIND", "CREATED"));
        if (withBuilds) {
            head.add("BUILDS");
        }
        if (withDeleted) {
            head.add("TO RESTORE");
        }
        head.add("ID");
        var table = new Table(head);
        for (var version : listed.versions()) {
            table.row(cells(report, version, withBuilds, withDeleted));
        }
        return table.lines();
    }

    private static List<String> cells(
            ListReport report, ListedVersion listed, boolean withBuilds, boolean withDeleted) {
        var version = listed.version();
        var builds = listed.builds();
        var cells = new ArrayList<>(
                List.of(Wording.name(version.name()), version.kind().toString(), Wording.day(version.createdAt())));
        if (withBuilds) {
            cells.add(builds == null ? "" : builds.toString());
        }
        if (withDeleted) {
            cells.add(Wording.left(listed, report.now()));
        }
        cells.add(Long.toString(version.id()));
        return cells;
    }

    private static boolean isDeleted(ListedVersion listed) {
        return listed.version().state() == PackageVersion.State.DELETED;
    }

    private static String upperCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
