package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is published: tests fill it and ask it, at any time and from any thread. A package's name is {@code groupId.artifactId}
 * or {@code groupId:artifactId}; a repository is {@code owner/name} and appears with its owner when it is not there.
 */
public final class StubRegistry {

    private static final String MAVEN = "maven";

    private final World world;

    StubRegistry(World world) {
        this.world = world;
    }

    /** An active version, published now. */
    public long publish(String repository, String packageName, String version) {
        return publish(repository, packageName, version, world.now());
    }

    /** An active version, published then, without files. */
    public long publish(String repository, String packageName, String version, Instant at) {
        return publish(MAVEN, repository, packageName, version, at);
    }

    /** The same for any type of package. */
    public long publish(String type, String repository, String packageName, String version, Instant at) {
        synchronized (world) {
            return world.publish(packageIn(type, repository, packageName, at), version, at)
                    .id();
        }
    }

    /** Many versions; the first is published at {@code first}, each further one a step later. */
    public void publish(
            String repository, String packageName, int count, IntFunction<String> name, Instant first, Duration step) {
        synchronized (world) {
            StubPackage to = packageIn(MAVEN, repository, packageName, first);
            for (int i = 0; i < count; i++) {
                world.publish(to, name.apply(i), first.plus(step.multipliedBy(i)));
            }
        }
    }

    /**
     * A build of a snapshot as Maven deploys it: the first makes the version; each renews its {@code maven-metadata.xml}, and
     * no dates of the version.
     */
    public long deploySnapshot(String repository, String packageName, String version, Instant at) {
        synchronized (world) {
            StubPackage to = packageIn(MAVEN, repository, packageName, at);
            StubVersion known = to.active(version).orElseGet(() -> world.publish(to, version, at));
            byte[] before = known.files().getOrDefault(SnapshotFile.NAME, new byte[0]);
            byte[] metadata = SnapshotFile.of(to.name(), version, at, SnapshotFile.builds(before) + 1);
            to.put(SnapshotFile.put(known, SnapshotFile.NAME, metadata));
            return known.id();
        }
    }

    /**
     * The same with files as Maven deploys them: jar, pom and sources, each with its checksums. The content names the build.
     *
     * @return the build's own version, such as {@code 1.0-20260101.120000-7}
     */
    public String deployBuild(String repository, String packageName, String version, Instant at) {
        synchronized (world) {
            long id = deploySnapshot(repository, packageName, version, at);
            StubPackage to = packageIn(MAVEN, repository, packageName, at);
            StubVersion built = to.find(id).orElseThrow();
            byte[] metadata = Objects.requireNonNull(built.files().get(SnapshotFile.NAME));
            String build = SnapshotFile.last(metadata, version);
            String artifactId = to.name().substring(to.name().lastIndexOf('.') + 1);
            for (String end : List.of(".jar", ".pom", "-sources.jar")) {
                String name = artifactId + "-" + build + end;
                byte[] content = SnapshotFile.content(to.name(), artifactId, version, name)
                        .getBytes(UTF_8);
                built = built.withFile(name, content)
                        .withFile(name + ".sha1", SnapshotFile.digest("SHA-1", content))
                        .withFile(name + ".md5", SnapshotFile.digest("MD5", content));
            }
            to.put(SnapshotFile.put(built, SnapshotFile.NAME, SnapshotFile.withPomAndSources(metadata, build)));
            return build;
        }
    }

    /** What is in a file of an active version. */
    public String content(String owner, String packageName, String version, String file) {
        synchronized (world) {
            byte[] content = get(get(owner, packageName), version).files().get(file);
            if (content == null) {
                throw new IllegalArgumentException("no file " + file);
            }
            return new String(content, UTF_8);
        }
    }

    /** A file of an active version, or another content for it. */
    public void file(String owner, String packageName, String version, String file, byte[] content) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            of.put(get(of, version).withFile(file, content));
        }
    }

    /** The version has been downloaded so often. */
    public void downloads(String owner, String packageName, String version, long times) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            of.put(get(of, version).downloaded(times));
        }
    }

    /** The version was published then: for what a build has just deployed. */
    public void backdate(String owner, String packageName, String version, Instant at) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            of.put(get(of, version).published(at));
        }
    }

    /** {@code updated_at} moves, although GitHub's usually does not. */
    public void updatedAt(String owner, String packageName, String version, Instant at) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            of.put(get(of, version).updated(at));
        }
    }

    /** The tags of a version of an image; another version that has one of them loses it. */
    public void tag(String owner, String packageName, String version, String... tags) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            for (StubVersion other : of.listed(false)) {
                List<String> left = other.tags().stream()
                        .filter(tag -> !List.of(tags).contains(tag))
                        .toList();
                if (left.size() < other.tags().size()) {
                    of.put(other.tagged(left, world.now()));
                }
            }
            of.put(get(of, version).tagged(List.of(tags), world.now()));
        }
    }

    /** The docker package could not be moved to the container registry. */
    public void conflict(String owner, String packageName) {
        synchronized (world) {
            get(owner, packageName).setInConflict();
        }
    }

    /** Deletes a version behind everybody's back, the last one too; gives its id. */
    public long delete(String owner, String packageName, String version) {
        return delete(owner, packageName, version, world.now());
    }

    /** The same, back then. */
    public long delete(String owner, String packageName, String version, Instant at) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            StubVersion gone = get(of, version);
            of.put(gone.deleted(at));
            world.record(Event.What.DELETED, of, gone);
            return gone.id();
        }
    }

    /** Restores a version behind everybody's back. */
    public void restore(String owner, String packageName, long id) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            StubVersion back = of.find(id).orElseThrow(() -> new IllegalArgumentException("no version " + id));
            of.put(back.deleted(null));
            world.record(Event.What.RESTORED, of, back);
        }
    }

    /** Deletes a whole package behind everybody's back. */
    public void deletePackage(String owner, String packageName) {
        synchronized (world) {
            StubPackage gone = get(owner, packageName);
            gone.delete(world.now());
            world.record(Event.What.PACKAGE_DELETED, gone);
        }
    }

    /**
     * A row that so many listings of the active versions show, although the version answers 404. An active version of that
     * name is deleted, and its row stays.
     */
    public long ghost(String owner, String packageName, String version, Instant createdAt, int listings) {
        synchronized (world) {
            StubPackage of = get(owner, packageName);
            StubVersion row = of.active(version)
                    .orElseGet(() -> StubVersion.published(world.packages().nextVersionId(), version, createdAt));
            if (of.active(row.id()).isPresent()) {
                of.put(row.deleted(world.now()));
            }
            of.addGhost(row, listings);
            return row.id();
        }
    }

    /** The names of the active versions, newest first by date; empty without the package. */
    public List<String> active(String owner, String packageName) {
        return names(owner, packageName, false);
    }

    /** The names of the deleted versions, newest first by date; empty without the package. */
    public List<String> deleted(String owner, String packageName) {
        return names(owner, packageName, true);
    }

    /** The id of the active version of that name. */
    public long id(String owner, String packageName, String version) {
        synchronized (world) {
            return get(get(owner, packageName), version).id();
        }
    }

    /** The id of the version of that name that was deleted last. */
    public long deletedId(String owner, String packageName, String version) {
        synchronized (world) {
            return get(owner, packageName).listed(true).stream()
                    .filter(candidate -> candidate.name().equals(version))
                    .mapToLong(StubVersion::id)
                    .max()
                    .orElseThrow(() -> new IllegalArgumentException("no deleted version " + version));
        }
    }

    /** Whether there is such a package that is not deleted. */
    public boolean exists(String owner, String packageName) {
        synchronized (world) {
            return find(owner, packageName).isPresent();
        }
    }

    /** The names of the files of an active version. */
    public List<String> files(String owner, String packageName, String version) {
        synchronized (world) {
            return List.copyOf(get(get(owner, packageName), version).files().keySet());
        }
    }

    private List<String> names(String owner, String packageName, boolean deleted) {
        synchronized (world) {
            return find(owner, packageName).stream()
                    .flatMap(of -> of.listed(deleted).stream())
                    .map(StubVersion::name)
                    .toList();
        }
    }

    private StubPackage packageIn(String type, String fullName, String packageName, Instant at) {
        Directory directory = world.directory();
        directory.organisation(fullName.substring(0, fullName.indexOf('/')));
        Repository repository = directory.repository(fullName);
        return world.packages()
                .getOrAdd(directory.get(repository.ownerId()), repository, type, joined(packageName, type), at);
    }

    private StubPackage get(String owner, String packageName) {
        return find(owner, packageName)
                .orElseThrow(() -> new IllegalArgumentException("no package " + owner + "/" + packageName));
    }

    /** A package of any type: no test has two of one name. */
    private Optional<StubPackage> find(String owner, String packageName) {
        return world.directory().find(owner).stream()
                .flatMap(account -> world.packages().of(account).stream())
                .filter(candidate -> candidate.name().equals(joined(packageName, candidate.type())))
                .findFirst();
    }

    private static StubVersion get(StubPackage of, String version) {
        @Nullable StubVersion found = of.active(version).orElse(null);
        if (found == null) {
            throw new IllegalArgumentException("no active version " + version + " in " + of.name());
        }
        return found;
    }

    private static String joined(String packageName, String type) {
        return type.equals(MAVEN) ? packageName.replace(':', '.') : packageName;
    }
}
