package io.github.ghpackages.run;

import io.github.ghpackages.Account;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.github.GitHubPackages;
import java.util.List;

/** An owner at an API, reached with one token. */
public record ConnectedAccount(GitHubPackages github, Owner owner) {

    public Account account() {
        return new Account(github.apiUrl(), owner.login());
    }

    /** A package of this account of which no pom, registry or repository is known. */
    public TargetPackage target(PackageName name) {
        return new TargetPackage(github, owner, name, null, null, versions -> List.of(), null);
    }
}
