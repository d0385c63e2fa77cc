package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.Arrays;
import java.util.Optional;

/** What an organisation or enterprise has decided about tokens and addresses. Only the text of a 403 shows it. */
enum Policies {
    ALLOW_LIST(
            "IP allow list",
            Id.ADDRESS_NOT_ALLOWED,
            "The token is not the cause. Run the goal on a machine whose address is on that list, such as a"
                    + " self-hosted runner, or ask an owner of the organisation to add this machine's address."
                    + " Hosted runners are usually not on it."),
    /** Before the next one, whose text it contains, too. */
    NO_LONG_LIFE(
            "lifetime is greater than",
            Id.TOKEN_FORBIDDEN,
            "Create a token (classic) that expires sooner, and replace this one with it. In a workflow"
                    + " of the package's repository, its GITHUB_TOKEN with 'permissions: packages: write' also works."),
    NO_CLASSIC_TOKENS(
            "forbids access via a personal access token",
            Id.TOKEN_FORBIDDEN,
            "GitHub Packages accepts no other personal access token, so only GITHUB_TOKEN is left: run the goal in a"
                    + " workflow of the package's repository, with 'permissions: packages: write'. Or ask an owner of the"
                    + " organisation to allow tokens (classic).");

    private final String text;
    private final Id id;
    private final String remedy;

    Policies(String text, Id id, String remedy) {
        this.text = text;
        this.id = id;
        this.remedy = remedy;
    }

    /**
     * Why a policy refuses this; empty where the message is about none.
     *
     * @param message GitHub's, harmless to print
     */
    static Optional<PackagesException> explain(String failed, String message) {
        return Arrays.stream(values())
                .filter(policy -> message.contains(policy.text))
                .findFirst()
                .map(policy -> new PackagesException(policy.id, failed, "GitHub says: " + message, policy.remedy));
    }
}
