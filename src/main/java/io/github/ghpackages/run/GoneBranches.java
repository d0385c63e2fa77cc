package io.github.ghpackages.run;

import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.retention.BranchVersions;
import io.github.ghpackages.retention.BranchVersions.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds versions whose branch or pull request no longer exists in the repository of the package. In any doubt, such as an error or a
 * rate limit, a version counts as one of a branch that exists.
 */
final class GoneBranches {

    private final BranchVersions named;
    private final Consumer<String> warnings;

    GoneBranches(BranchVersions named, Consumer<String> warnings) {
        this.named = named;
        this.warnings = warnings;
    }

    /** What is gone, by version id. */
    Map<Long, String> of(TargetPackage target, List<PackageVersion> versions) {
        Map<Long, Set<Candidate>> candidates = new HashMap<>();
        for (PackageVersion version : versions) {
            Set<Candidate> ofVersion = named.candidates(version.name());
            if (!ofVersion.isEmpty()) {
                candidates.put(version.id(), ofVersion);
            }
        }
        if (candidates.isEmpty()) {
            return Map.of();
        }
        try {
            return gone(target, candidates);
        } catch (PackagesException e) {
            warnings.accept("The branches of " + target.ref()
                    + " are unknown, so no version is deleted because of them. " + e.tried() + " " + e.reason());
            return Map.of();
        }
    }

    private static Map<Long, String> gone(TargetPackage target, Map<Long, Set<Candidate>> candidates) {
        Optional<String> repository = target.find().map(PackageDetails::repository);
        if (repository.isEmpty()) {
            return Map.of();
        }
        Lookup lookup = new Lookup(target.github(), repository.get());
        Map<Long, String> gone = new HashMap<>();
        candidates.forEach((id, ofVersion) -> {
            if (ofVersion.stream().allMatch(lookup::isGone)) {
                gone.put(id, ofVersion.iterator().next().toString());
            }
        });
        return gone;
    }

    /** The branches and pull requests of one repository. */
    private static final class Lookup {

        private final GitHubPackages github;
        private final String repository;
        private final List<String> branches;
        private final Map<Long, Boolean> closed = new HashMap<>();

        Lookup(GitHubPackages github, String repository) {
            this.github = github;
            this.repository = repository;
            this.branches = github.branches(repository);
        }

        boolean isGone(Candidate candidate) {
            if (candidate instanceof Candidate.Branch branch) {
                // A repository without any branch is empty, or not shown to this token.
                return !branches.isEmpty() && branches.stream().noneMatch(branch::mayBe);
            }
            return candidate instanceof Candidate.PullRequest request
                    && closed.computeIfAbsent(request.number(), this::isClosed);
        }

        /** One that GitHub does not show may be hidden from the token. */
        private boolean isClosed(long number) {
            return !github.isPullRequestOpen(repository, number).orElse(true);
        }
    }
}
