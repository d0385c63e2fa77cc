package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.Optional;

/** What an organisation or enterprise has decided about tokens and addresses, told by the text of a 403 alone. */
final class Policies {

    private static final String FORBIDS_CLASSIC = "forbids access via a personal access token";
    private static final String FORBIDS_LONG_LIFE = "lifetime is greater than";
    private static final String ALLOW_LIST = "IP allow list";

    private Policies() {}

    /**
     * Why a policy refuses this; empty where the message is about none.
     *
     * @param message GitHub's, harmless to print
     */
    static Optional<PackagesException> explain(String failed, String message) {
        String said = "GitHub says: " + message;
        if (message.contains(ALLOW_LIST)) {
            return Optional.of(new PackagesException(
                    Id.ADDRESS_NOT_ALLOWED,
                    failed,
                    said,
                    "The token is not the cause. Run the goal on a machine whose address is on that list, such"
                            + " as a self-hosted runner, or ask an owner of the organisation to add this machine's"
                            + " address. Hosted runners usually are not on it."));
        }
        if (message.contains(FORBIDS_LONG_LIFE)) {
            return Optional.of(new PackagesException(
                    Id.TOKEN_FORBIDDEN,
                    failed,
                    said,
                    "Make a token (classic) that expires sooner than that, and put it in the place of this"
                            + " one. In a workflow of the package's repository, its GITHUB_TOKEN with"
                            + " 'permissions: packages: write' works as well."));
        }
        return message.contains(FORBIDS_CLASSIC)
                ? Optional.of(new PackagesException(
                        Id.TOKEN_FORBIDDEN,
                        failed,
                        said,
                        "GitHub Packages takes no other personal access token, so only GITHUB_TOKEN is left:"
                                + " run the goal in a workflow of the package's repository, with 'permissions:"
                                + " packages: write'. Or ask an owner of the organisation to allow tokens"
                                + " (classic)."))
                : Optional.empty();
    }
}
