package io.github.ghpackages;

import io.github.ghpackages.text.SafeText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error that stops a run or a part of it. It says what was tried, why it failed and what to do, and has an id that the
 * troubleshooting page explains.
 */
public final class PackagesException extends RuntimeException {

    private static final String PAGE = "https://ghpackages.github.io/ghpackages-maven-plugin/troubleshooting.html";

    /** The stable ids on the troubleshooting page. Users see them in kebab case. */
    public enum Id {
        /** A parameter's value, or a combination of parameters, is invalid. */
        INVALID_PARAMETER,
        /** A parameter or configuration element that this goal does not have. */
        UNKNOWN_PARAMETER,
        /** A prune without a rule. */
        NO_RULE,
        /** The build does not reveal the registry, the owner or the packages. */
        NOTHING_TO_WORK_ON,
        /** settings.xml has no usable token for the server id. */
        NO_TOKEN,
        /** The token must not be sent there. */
        UNTRUSTED_API,
        /** A logger that is on would log the token. */
        TOKEN_WOULD_BE_LOGGED,
        /** HTTP 401. */
        TOKEN_REJECTED,
        /** The token lacks a scope. */
        MISSING_SCOPE,
        /** The organisation requires the token to be authorised for single sign-on. */
        SINGLE_SIGN_ON,
        /** The organisation or enterprise forbids tokens of this kind, or with such a long lifetime. */
        TOKEN_FORBIDDEN,
        /** The organisation accepts requests only from the addresses on its list. */
        ADDRESS_NOT_ALLOWED,
        /** HTTP 403 or 404 whose reason could not be narrowed down further. */
        ACCESS_DENIED,
        /** No such user or organisation. */
        OWNER_NOT_FOUND,
        /** No such package, where one is required. */
        PACKAGE_NOT_FOUND,
        /** The package belongs to another owner or repository than the build. */
        WRONG_ACCOUNT,
        /** The token or the goals do not allow what {@code check-access} requires. */
        NOT_ALLOWED,
        /** A rate limit asks for a longer wait than allowed. */
        RATE_LIMITED,
        /** No connection, a broken one, or one that took too long. */
        CONNECTION_FAILED,
        /** The server failed repeatedly (HTTP 5xx). */
        SERVER_ERROR,
        /** An answer that GitHub's API would not give. */
        UNEXPECTED_ANSWER,
        /** A listing is incomplete, so nothing may be decided from it. */
        INCOMPLETE_LISTING,
        /** A redirect that is not followed. */
        REDIRECTED,
        /** A plan that a tripwire or {@code onLastVersion=fail} stops. */
        PLAN_STOPPED,
        /** A plan file that can't be applied. */
        PLAN_NOT_APPLICABLE,
        /** A build of a part of a reactor, or one that failed. */
        INCOMPLETE_BUILD,
        /** The versions that the poms reference can't be read, so nothing may be deleted. */
        POMS_NOT_READABLE,
        /** The journal can't be written. */
        JOURNAL_NOT_WRITABLE,
        /** The journal can't be read. */
        JOURNAL_NOT_READABLE,
        /** The report can't be written. */
        REPORT_NOT_WRITABLE,
        /** Some deletions failed. */
        NOT_ALL_DELETED,
        /** Some snapshots were not compacted. */
        NOT_ALL_COMPACTED,
        /** What a compaction kept can't be read, or belongs elsewhere. */
        NOT_RESUMABLE,
        /** Some restores failed. */
        NOT_ALL_RESTORED,
        /** Nothing was selected to restore or delete. */
        NOTHING_SELECTED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long serialVersionUID = 1L;

    private final Id id;
    private final String tried;
    private final String reason;
    private final String remedy;
    private final @Nullable String consoleOnly;

    /**
     * The message has these three parts, then the URL of the help alone on its last line. The three texts are sentences without secrets
     * and without a line break at their end. Names from the network in them are made {@link SafeText#harmless harmless} here.
     *
     * @param tried what was tried, such as {@code Listing the versions of acme/com.example.app failed.}
     * @param reason why it failed
     * @param remedy what to do
     */
    public PackagesException(Id id, String tried, String reason, String remedy) {
        this(id, tried, reason, remedy, null);
    }

    /**
     * The same, with the cause, which {@code mvn -e} shows. It is attached as a suppressed exception, because Maven appends the
     * messages of causes to the last line of this one, which is a URL.
     */
    public PackagesException(Id id, String tried, String reason, String remedy, @Nullable Throwable cause) {
        this(id, tried, reason, remedy, cause, null);
    }

    private PackagesException(
            Id id,
            String tried,
            String reason,
            String remedy,
            @Nullable Throwable cause,
            @Nullable String consoleOnly) {
        super(message(id, SafeText.harmless(tried), SafeText.harmless(reason), SafeText.harmless(remedy)));
        if (cause != null) {
            addSuppressed(cause);
        }
        this.id = id;
        this.tried = SafeText.harmless(tried);
        this.reason = SafeText.harmless(reason);
        this.remedy = SafeText.harmless(remedy);
        this.consoleOnly = consoleOnly == null ? null : SafeText.harmless(consoleOnly);
    }

    private static String message(Id id, String tried, String reason, String remedy) {
        return tried + "\n  Reason: " + reason + "\n  To do:  " + remedy + "\n  " + PAGE + "#" + id;
    }

    /**
     * The build is being stopped while a thread waits. The caller restores the thread's interrupt flag.
     *
     * @param tried what was interrupted, such as {@code Reading a listing was interrupted.}
     */
    public static PackagesException interrupted(String tried) {
        return new PackagesException(Id.CONNECTION_FAILED, tried, "The build is being stopped.", "Run the goal again.");
    }

    /** The same error with a text only for the console, such as a single sign-on URL, which contains an authorisation request. */
    public PackagesException withConsoleOnly(String text) {
        PackagesException same = new PackagesException(id, tried, reason, remedy, null, text);
        Arrays.stream(getSuppressed()).forEach(same::addSuppressed);
        same.setStackTrace(getStackTrace());
        return same;
    }

    public Id id() {
        return id;
    }

    public String tried() {
        return tried;
    }

    public String reason() {
        return reason;
    }

    public String remedy() {
        return remedy;
    }

    /** A text that may be shown on the console, but not in a report, file or summary. */
    public Optional<String> consoleOnly() {
        return Optional.ofNullable(consoleOnly);
    }
}
