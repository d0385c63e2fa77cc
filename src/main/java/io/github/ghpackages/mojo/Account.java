package io.github.ghpackages.mojo;

import io.github.ghpackages.Owner;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.github.PackageDetails;
import java.util.List;

/** An owner at an API, reached with one token. */
record Account(GitHubPackages github, Owner owner) {

    List<PackageDetails> packages(String type) {
        return github.packages(owner, type);
    }
}
