package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.SnapshotFile.Build;
import io.github.ghpackages.files.StoredCompaction;
import io.github.ghpackages.github.SnapshotFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a snapshot's builds that stay, in a folder of this machine, from before its deletion until all are uploaded again. */
final class KeptFiles {

    /** The checksums that Maven and others put beside a file. The first two are made if they are not there, as Maven makes them. */
    private static final Map<String, String> CHECKSUMS = checksums();

    private static final List<String> ALWAYS = List.of("sha1", "md5");

    private final Path folder;
    private final SnapshotFiles registry;
    private StoredCompaction stored;

    KeptFiles(Path folder, SnapshotFiles registry, StoredCompaction stored) {
        this.folder = folder;
        this.registry = registry;
        this.stored = stored;
    }

    private static Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        checksums.put("sha1", "SHA-1");
        checksums.put("md5", "MD5");
        checksums.put("sha256", "SHA-256");
        checksums.put("sha512", "SHA-512");
        return checksums;
    }

    SnapshotFiles registry() {
        return registry;
    }

    String version() {
        return stored.version();
    }

    /** The snapshot in messages. */
    String title() {
        return stored.ref() + " " + stored.version();
    }

    /** The version as it was before its deletion. */
    PackageVersion deleted() {
        return new PackageVersion(stored.id(), stored.version(), State.DELETED, null, null, null, null);
    }

    List<SnapshotFile> files() {
        return stored.files();
    }

    /** Whether an upload may have been sent. */
    boolean hasBegun() {
        return stored.hasBegun();
    }

    /** Writes down that an upload is about to be sent. */
    void begin() {
        stored = stored.begun();
        stored.write(folder.resolve(StoredCompaction.NAME));
    }

    /** Downloads everything and verifies it; what goes wrong, without a full stop. */
    Optional<String> download() {
        try {
            for (SnapshotFile file : stored.files()) {
                Optional<String> problem = download(file.name(registry.artifactId()));
                if (problem.isPresent()) {
                    return problem;
                }
            }
        } catch (IOException e) {
            throw notWritable(e);
        }
        stored.write(folder.resolve(StoredCompaction.NAME));
        return Optional.empty();
    }

    private Optional<String> download(String name) throws IOException {
        StoredCompaction.createFolder(folder);
        Path file = folder.resolve(name);
        int status = registry.download(version(), name, file);
        if (status != 200) {
            return Optional.of("its file " + name + " can't be downloaded: HTTP " + status);
        }
        for (Map.Entry<String, String> kind : CHECKSUMS.entrySet()) {
            String end = "." + kind.getKey();
            Optional<String> there = registry.text(version(), name + end);
            if (there.isPresent()) {
                Files.writeString(folder.resolve(name + end), there.get());
            } else if (ALWAYS.contains(kind.getKey())) {
                Files.writeString(folder.resolve(name + end), digest(file, kind.getValue()));
            }
        }
        return damage(name);
    }

    /** What is wrong with the files, without a full stop; empty if they are as they were downloaded. */
    Optional<String> damage() {
        try {
            for (SnapshotFile file : stored.files()) {
                Optional<String> damage = damage(file.name(registry.artifactId()));
                if (damage.isPresent()) {
                    return damage;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private PackagesException notReadable(IOException e) {
        return new PackagesException(
                Id.NOT_RESUMABLE,
                "Reading the files in " + folder + " failed.",
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "Make the files readable, then go on.",
                e);
    }

    private Optional<String> damage(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.of("the file " + file + " is missing");
        }
        for (Map.Entry<String, String> kind : CHECKSUMS.entrySet()) {
            Path checksum = folder.resolve(name + "." + kind.getKey());
            if (Files.exists(checksum) && !isSame(Files.readString(checksum), digest(file, kind.getValue()))) {
                return Optional.of("its file " + name + " does not have its checksum " + kind.getKey());
            }
        }
        return Optional.empty();
    }

    /** Some tools write the file's name behind the checksum. */
    static boolean isSame(String checksum, String digest) {
        return checksum.strip().split("\\s+", 2)[0].equalsIgnoreCase(digest);
    }

    private static String digest(Path file, String algorithm) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] buffer = new byte[64 * 1024];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of what is uploaded, in order: each file, then its checksums; without the metadata. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (SnapshotFile file : stored.files()) {
            String name = file.name(registry.artifactId());
            names.add(name);
            CHECKSUMS.keySet().stream()
                    .map(kind -> name + "." + kind)
                    .filter(checksum -> Files.exists(folder.resolve(checksum)))
                    .forEach(names::add);
        }
        return names;
    }

    /** Writes the metadata that lists just these files; its name and those of its checksums. */
    List<String> metadata() {
        Build newest = stored.files().stream()
                .flatMap(file -> file.buildOf(version()).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        try {
            Path file = folder.resolve(SnapshotFiles.METADATA);
            Files.write(file, registry.metadata(version(), stored.files(), newest, stored.lastUpdated()));
            List<String> names = new ArrayList<>(List.of(SnapshotFiles.METADATA));
            for (String kind : ALWAYS) {
                String name = SnapshotFiles.METADATA + "." + kind;
                Files.writeString(folder.resolve(name), digest(file, String.valueOf(CHECKSUMS.get(kind))));
                names.add(name);
            }
            return names;
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    long size(String name) {
        try {
            return Files.size(folder.resolve(name));
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    String sha1(SnapshotFile file) {
        try {
            return digest(folder.resolve(file.name(registry.artifactId())), "SHA-1");
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    /** Removes the files, which are in the registry again or still; why not, where that fails. */
    Optional<String> remove() {
        try {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the folder " + folder + ", which is not needed any more, could not be removed: "
                    + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private PackagesException notWritable(IOException e) {
        return new PackagesException(
                Id.JOURNAL_NOT_WRITABLE,
                "Writing into " + folder + " failed.",
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "A snapshot is not deleted before the files that stay are there. Make room, or name another place with"
                        + " -Dghpackages.journal=FILE.",
                e);
    }
}
