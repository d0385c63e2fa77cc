package io.github.ghpackages;

import io.github.ghpackages.text.SafeText;
import java.net.URI;
import java.net.URISyntaxException;

/** A URL as messages, logs and reports show it: without user, password, query and fragment, which may contain secrets. */
public final class ShownUrl {

    private static final String HIDDEN = "(a URL with an @ in it, not shown)";

    private ShownUrl() {}

    /** The URL without the parts that may be secret, safe to print. */
    public static String of(URI url) {
        return of(url.toString());
    }

    /**
     * The same for a text that may not be a URL. A text with an at sign may contain a password anywhere, unless that sign
     * clearly ends the user.
     */
    public static String of(String text) {
        String stripped = text.strip();
        String user = user(stripped);
        int host = stripped.indexOf(user) + user.length();
        String withoutUser = stripped.substring(0, host - user.length()) + stripped.substring(host);
        if (withoutUser.indexOf('@') >= 0) {
            return HIDDEN;
        }
        return SafeText.harmless(withoutQueryAndFragment(Unresolved.hiddenIn(withoutUser)));
    }

    /** The same in quotes, as a part of a sentence. */
    public static String quoted(String text) {
        String shown = of(text);
        return shown.equals(HIDDEN) ? shown : "'" + shown + "'";
    }

    /** The part of the URL before its host, with the at sign; empty if there is none or the URL is unclear. */
    private static String user(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() == null || url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        } catch (URISyntaxException notClear) {
            return "";
        }
    }

    private static String withoutQueryAndFragment(String text) {
        int end = text.length();
        for (char start : new char[] {'?', '#'}) {
            int at = text.indexOf(start);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return text.substring(0, end);
    }
}
