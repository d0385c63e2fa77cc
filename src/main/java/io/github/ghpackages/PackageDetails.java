package io.github.ghpackages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says about a package as a whole.
 *
 * @param name type and name
 * @param ownerLogin whose it is; null when GitHub did not say
 * @param repository {@code owner/name} of the repository it belongs to; null when it belongs to none or GitHub did not say
 * @param visibility {@code public}, {@code private} or {@code internal}; null when GitHub did not say
 * @param versionCount how many versions GitHub counts; null when GitHub did not say. Nothing documents whether deleted ones count
 * @param createdAt when it was first published; null when GitHub did not say
 * @param updatedAt when it changed last; null when GitHub did not say
 * @param url its page on GitHub; null when GitHub did not say
 */
public record PackageDetails(
        PackageName name,
        @Nullable String ownerLogin,
        @Nullable String repository,
        @Nullable String visibility,
        @Nullable Long versionCount,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String url) {

    /** Whether GitHub says that not everybody can see it. */
    public boolean isHiddenFromPublic() {
        return visibility != null && !visibility.equals("public");
    }
}
