package io.github.ghpackages.build;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a run works. Its API and its registry may get the token of its server id.
 *
 * @param apiUrl base URL of the REST API
 * @param owner login of the owner, as the registry's URL or the user spells it
 * @param repository {@code OWNER/REPOSITORY} that must own the packages; null where no registry URL names it
 * @param serverId id of the {@code <server>} that holds the token
 * @param registry where {@code maven-metadata.xml} can be read; null where none is known that belongs to this API and owner
 */
public record Target(
        ApiUrl apiUrl,
        String owner,
        @Nullable String repository,
        String serverId,
        @Nullable Registry registry) {

    /** Whether a run at this target looks at the versions of that registry, as far as both name an owner and a repository. */
    public boolean isAt(Registry other) {
        boolean sameOwner = account().equals(new Account(other.apiUrl(), other.owner()));
        String theirs = other.fullName().orElse(repository);
        return sameOwner && (repository == null || repository.equalsIgnoreCase(theirs));
    }

    public Account account() {
        return new Account(apiUrl, owner);
    }

    /** {@code OWNER/REPOSITORY}, or the owner where no repository is named. */
    public String name() {
        return repository == null ? owner : repository;
    }
}
