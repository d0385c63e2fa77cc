package io.github.ghpackages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An owner of packages at one API. GitHub ignores the case of a login, so two spellings are the same account.
 *
 * @param apiUrl where the account is
 * @param login the name of the user or organisation
 */
public record Account(ApiUrl apiUrl, String login) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account account
                && login.equalsIgnoreCase(account.login)
                && apiUrl.equals(account.apiUrl);
    }

    @Override
    public int hashCode() {
        return 31 * apiUrl.hashCode() + login.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return login + " at " + apiUrl.shown();
    }
}
