package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.VersionOrder;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The versions that {@code list-versions} finds. */
public final class ListReport extends Report {

    /**
     * One version.
     *
     * @param restorableUntil when GitHub stops restoring it; null for an active one, and if it is not known
     * @param builds how many builds a snapshot contains; null if that was not asked for or is not known
     */
    public record Listed(
            PackageVersion version,
            @Nullable Instant restorableUntil,
            @Nullable Integer builds) {

        boolean isDeleted() {
            return version.state() == State.DELETED;
        }
    }

    /** What {@code sort} may be. */
    public enum Sort {
        /** The highest version first. */
        VERSION,
        /** What changed last first. */
        DATE
    }

    /**
     * Which of the versions of a package are shown, and in which order.
     *
     * @param newest how many of each package, counted in that order; null: all
     */
    public record Shown(Sort sort, @Nullable Integer newest) {

        /** All versions, the highest first. */
        public static final Shown ALL = new Shown(Sort.VERSION, null);

        List<Listed> of(List<Listed> found) {
            List<Listed> sorted = new ArrayList<>(VersionOrder.newestFirst(found, Listed::version));
            if (sort == Sort.DATE) {
                sorted.sort(Comparator.comparing(
                        listed -> Wording.later(listed.version()), Comparator.nullsLast(Comparator.reverseOrder())));
            }
            return newest == null || newest >= sorted.size() ? sorted : sorted.subList(0, newest);
        }
    }

    private final Set<ApiUrl> apis;
    private final boolean withBuilds;
    private final Shown shown;
    private final Map<VersionKind, Integer> kinds = new EnumMap<>(VersionKind.class);
    private int packages;
    private int versions;
    private int deleted;

    /**
     * A list.
     *
     * @param apis the APIs of its packages; if there are several, each package is shown with its own
     * @param withBuilds whether the builds of snapshots were asked for
     */
    public ListReport(ReportFile file, Set<ApiUrl> apis, boolean withBuilds, Shown shown) {
        super(file);
        this.shown = shown;
        this.apis = apis;
        this.withBuilds = withBuilds;
    }

    /**
     * Adds a package.
     *
     * @param exists whether GitHub shows it to the token
     * @param found its versions, in any order
     * @param now the server's time, from which the days left to restore are counted
     */
    public void add(PackageRef ref, boolean exists, List<Listed> found, Instant now) {
        List<Listed> newestFirst = shown.of(found);
        packages++;
        versions += newestFirst.size();
        for (var listed : newestFirst) {
            kinds.merge(listed.version().kind(), 1, Integer::sum);
            deleted += listed.isDeleted() ? 1 : 0;
        }
        add(json -> write(json, ref, exists, newestFirst), () -> blocks(ref, exists, newestFirst, now));
    }

    private void write(JsonWriter json, PackageRef ref, boolean exists, List<Listed> newestFirst) throws IOException {
        ref(json, ref);
        json.name("type").value(ref.name().type().toString());
        json.name("exists").value(exists);
        json.name("versions").beginArray();
        for (var listed : newestFirst) {
            write(json, listed);
        }
        json.endArray();
    }

    private void write(JsonWriter json, Listed listed) throws IOException {
        var version = listed.version();
        json.beginObject();
        json.name("id").value(version.id());
        json.name("name").value(version.name());
        json.name("kind").value(version.kind().toString());
        json.name("state").value(version.state().name().toLowerCase(Locale.ROOT));
        time(json, "createdAt", version.createdAt());
        time(json, "updatedAt", version.updatedAt());
        time(json, "deletedAt", version.deletedAt());
        time(json, "restorableUntil", listed.restorableUntil());
        json.name("url").value(version.url());
        if (withBuilds) {
            json.name("builds").value(listed.builds());
        }
        json.endObject();
    }

    private List<Block> blocks(PackageRef ref, boolean exists, List<Listed> newestFirst, Instant now) {
        var blocks = new ArrayList<Block>();
        int gone = (int) newestFirst.stream().filter(Listed::isDeleted).count();
        blocks.add(new Block.Heading(Wording.heading(ref, apis) + ": "
                + (exists ? versions(newestFirst.size(), gone) : "not found, or hidden from this token")));
        if (!newestFirst.isEmpty()) {
            blocks.add(table(newestFirst, gone > 0, now));
        }
        blocks.add(new Block.Gap());
        return blocks;
    }

    private static Table table(List<Listed> newestFirst, boolean withDeleted, Instant now) {
        boolean withBuilds = newestFirst.stream().anyMatch(listed -> listed.builds() != null);
        var head = new ArrayList<>(List.of("VERSION", "KIND", "CREATED"));
        if (withBuilds) {
            head.add("BUILDS");
        }
        if (withDeleted) {
            head.add("TO RESTORE");
        }
        head.add("ID");
        var table = new Table(head);
        for (var listed : newestFirst) {
            var version = listed.version();
            var builds = listed.builds();
            var cells = new ArrayList<>(
                    List.of(Wording.name(version.name()), version.kind().toString(), Wording.day(version.createdAt())));
            if (withBuilds) {
                cells.add(builds == null ? "" : builds.toString());
            }
            if (withDeleted) {
                cells.add(left(listed, now));
            }
            cells.add(Long.toString(version.id()));
            table.row(cells);
        }
        return table;
    }

    /** {@code 8 days left}; empty for a version that is not deleted. */
    private static String left(Listed listed, Instant now) {
        if (!listed.isDeleted()) {
            return "";
        }
        var until = listed.restorableUntil();
        if (until == null) {
            return "unknown";
        }
        var left = Duration.between(now, until);
        if (left.isNegative() || left.isZero()) {
            return "too late";
        }
        return (left.toDays() > 0 ? English.count(left.toDays(), "day") : English.count(left.toHours() + 1, "hour"))
                + " left";
    }

    private static String versions(int all, int deleted) {
        return deleted == all && all > 0
                ? English.count(all, "deleted version")
                : English.count(all, "version") + (deleted == 0 ? "" : ", " + deleted + " of them deleted");
    }

    @Override
    String summary() {
        var byKind = kinds.size() < 2 ? "" : " (" + Wording.kinds(kinds) + ")";
        var text = English.count(packages, "package") + ", " + versions(versions, deleted) + byKind + ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
