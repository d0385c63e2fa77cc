package io.github.ghpackages.run;

import io.github.ghpackages.Account;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.github.GitHubPackages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An owner at an API, reached with one token. */
public record ConnectedAccount(GitHubPackages github, Owner owner) {

    public Account account() {
        return new Account(github.apiUrl(), owner.login());
    }

    /**
     * A package of this account of which no pom or registry is known.
     *
     * @param repository {@code owner/name} of the repository that must own it; null: any
     */
    public TargetPackage target(PackageName name, @Nullable String repository) {
        return new TargetPackage(github, owner, name, repository, null, versions -> List.of(), null);
    }
}
