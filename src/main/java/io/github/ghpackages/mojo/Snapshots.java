package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.build.Target;
import io.github.ghpackages.github.SnapshotFacts;
import io.github.ghpackages.text.SafeText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the registries tell of the snapshots of this run's packages. */
final class Snapshots {

    private final Connections connections;
    private final Consumer<String> warnings;
    private final Map<PackageRef, Function<String, SnapshotFacts>> readers = new HashMap<>();

    Snapshots(Connections connections, Consumer<String> warnings) {
        this.connections = connections;
        this.warnings = warnings;
    }

    /** Reads what is known of the snapshots of a package; null where no registry is known that has them. */
    @Nullable
    Function<String, Optional<SnapshotMetadata>> lookup(Target target, Coordinates coordinates, PackageRef ref) {
        Function<String, SnapshotFacts> reader = connections.snapshots(target, coordinates);
        if (reader == null) {
            return null;
        }
        readers.put(ref, reader);
        return version -> metadata(ref, version, reader.apply(version));
    }

    private Optional<SnapshotMetadata> metadata(PackageRef ref, String version, SnapshotFacts facts) {
        if (facts.problem() != null) {
            warnings.accept(ref.name() + " " + SafeText.harmless(version) + ": " + facts.problem() + ".");
        }
        return Optional.ofNullable(facts.lastUpdated())
                .map(lastUpdated -> new SnapshotMetadata(lastUpdated, facts.buildNumber()));
    }

    /** How many builds a snapshot holds; null where that is not known. */
    @Nullable
    Integer builds(PackageRef ref, String version) {
        Function<String, SnapshotFacts> reader = readers.get(ref);
        return reader == null ? null : reader.apply(version).builds();
    }
}
