package io.github.ghpackages.stub;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Optional;

/** The Maven registry, to which builds deploy and from which they download. Guarded by the lock of the world. */
final class MavenRegistry {

    private final World world;

    MavenRegistry(World world) {
        this.world = world;
    }

    StubAnswer answer(StubRequest request, byte[] body, List<String> path) {
        StubToken token = token(request);
        if (path.size() < 4) {
            throw Refusal.notFound();
        }
        if (!path.get(0).equals(path.get(0).toLowerCase(ROOT))) {
            throw Refusal.of(400, "The owner in the URL must be in lower case.");
        }
        Account owner = world.directory().find(path.get(0)).orElseThrow(Refusal::notFound);
        world.access().requireSingleSignOn(token, owner);
        MavenPath file = MavenPath.of(path.subList(2, path.size())).orElseThrow(Refusal::notFound);
        if (request.is("PUT")) {
            Access.requireScope(token, "write:packages", "upload a package");
            return upload(token, owner, repository(owner, path.get(1)), file, body);
        }
        if (!request.is("GET") && !request.is("HEAD")) {
            throw Refusal.of(405, "Method Not Allowed");
        }
        Access.requireScope(token, "read:packages", "download a package");
        return download(token, owner, path.get(1), file);
    }

    private StubToken token(StubRequest request) {
        try {
            return world.gate().token(request);
        } catch (Refusal refusal) {
            // Maven sends its credentials only when it is asked for them.
            throw new Refusal(refusal.answer().with("WWW-Authenticate", "Basic realm=\"GitHub Package Registry\""));
        }
    }

    private Repository repository(Account owner, String name) {
        return world.directory().findRepository(owner, name).orElseThrow(Refusal::notFound);
    }

    private StubAnswer upload(StubToken token, Account owner, Repository repository, MavenPath file, byte[] content) {
        if (!world.access().mayWrite(token, repository)) {
            throw Refusal.of(403, "Permission " + file.packageName() + ":write denied.");
        }
        if (file.isBesideVersions()) {
            world.putBeside(owner, file, content);
            return StubAnswer.empty(201);
        }
        if (!file.artifactId().equals(file.artifactId().toLowerCase(ROOT))) {
            throw Refusal.of(422, "The artifactId may only have lowercase letters, digits, or hyphens.");
        }
        StubPackage to = world.packages().getOrAdd(owner, repository, "maven", file.packageName(), world.now());
        if (to.repositoryId() != repository.id()) {
            throw Refusal.of(422, "The package belongs to another repository of this owner.");
        }
        StubVersion version = to.active(file.version()).orElseGet(() -> world.publish(to, file.version(), world.now()));
        if (!version.isSnapshot() && version.files().containsKey(file.file())) {
            throw Refusal.of(409, "The file of this version exists already.");
        }
        to.put(
                file.isMetadata()
                        ? SnapshotFile.put(version, file.file(), content)
                        : version.withFile(file.file(), content));
        return StubAnswer.empty(201);
    }

    /** {@code *} stands for every repository of an owner; snapshots are not found through it. */
    private StubAnswer download(StubToken token, Account owner, String repositoryName, MavenPath file) {
        boolean all = repositoryName.equals("*");
        if (all ? file.isSnapshot() : !world.access().maySee(token, repository(owner, repositoryName))) {
            throw Refusal.notFound();
        }
        byte[] content = content(token, owner, file).orElseThrow(Refusal::notFound);
        return world.behaviour().blobStore()
                ? StubAnswer.empty(302).with("Location", world.blobs().offer(content))
                : StubAnswer.bytes(200, "application/octet-stream", content);
    }

    private Optional<byte[]> content(StubToken token, Account owner, MavenPath file) {
        if (file.isBesideVersions()) {
            return world.beside(owner, file);
        }
        return world.packages()
                .find(owner, "maven", file.packageName())
                .filter(of -> world.access().maySee(token, world.directory().repository(of.repositoryId())))
                .flatMap(of -> of.active(file.version()))
                .flatMap(version -> Optional.ofNullable(version.files().get(file.file())));
    }
}
