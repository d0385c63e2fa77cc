package io.github.ghpackages.run;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.retention.Guard;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One package that a run works on, and how to reach it.
 *
 * @param github the API that serves it
 * @param owner whose package it is
 * @param name its name
 * @param repository {@code owner/name} of the repository that must own it, where a registry URL names one; else null
 * @param coherenceGroup what is equal among the modules of one reactor at one registry; null: judged on its own
 * @param guards finds, among its versions, those that stay whatever the policy says
 * @param snapshots reads the metadata of its snapshots; null where the registry or the coordinates are not known
 */
public record TargetPackage(
        GitHubPackages github,
        Owner owner,
        PackageName name,
        @Nullable String repository,
        @Nullable String coherenceGroup,
        Function<List<PackageVersion>, List<Guard>> guards,
        @Nullable SnapshotLookup snapshots) {

    /** The package in reports, plans and journals. */
    public PackageRef ref() {
        return new PackageRef(github.apiUrl(), owner.login(), name);
    }
}
