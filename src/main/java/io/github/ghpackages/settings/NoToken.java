package io.github.ghpackages.settings;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a server gives no token, and how to set it. */
record NoToken(String serverId) {

    /** Maven leaves an expression as it is when it can't resolve it. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");

    /** Maven takes anything within braces as encrypted, also with a remark before it, and Maven 3 hands it on undecrypted. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[^{}]+}");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    static boolean isUsable(String value) {
        return !EXPRESSION.matcher(value).find() && !ENCRYPTED.matcher(value).find();
    }

    /** The value, when it is neither an expression nor encrypted. */
    String unlessUsable(String value, String what) {
        Matcher expression = EXPRESSION.matcher(value);
        if (expression.find()) {
            throw unresolved(expression.group(1), what);
        }
        if (ENCRYPTED.matcher(value).find()) {
            throw because(
                    "Its " + what + " is still encrypted ({…}): Maven could not decrypt it.",
                    "Encrypt it again with 'mvn --encrypt-password' (Maven 4: 'mvnenc encrypt') where the goal runs, with the"
                            + " settings-security.xml that Maven reads there, or put ${env.GITHUB_TOKEN} in its place.");
        }
        return value;
    }

    private PackagesException unresolved(String name, String what) {
        boolean variable = name.startsWith("env.") && PLAIN_NAME.matcher(name).matches();
        return because(
                "Its " + what + " is still the expression " + (variable ? "${" + name + "}" : "${…}")
                        + (variable
                                ? ": the environment variable " + name.substring("env.".length()) + " is not set."
                                : ", which Maven could not resolve."),
                variable
                        ? "Set the variable. In GitHub Actions a secret is not in the environment by itself; at the step, write"
                                + " env: " + name.substring("env.".length()) + ": ${{ secrets.GITHUB_TOKEN }}"
                        : "Put the token there, or an expression that Maven resolves, such as ${env.GITHUB_TOKEN}.");
    }

    PackagesException noServer() {
        return because(
                "settings.xml has no <server> with this id.",
                "Add <server><id>" + id() + "</id><username>YOUR_LOGIN</username>"
                        + "<password>${env.GITHUB_TOKEN}</password></server> to ~/.m2/settings.xml and set that variable, or"
                        + " name another server with -Dghpackages.serverId=ID.");
    }

    PackagesException noPassword() {
        return because(
                "The <server> has neither a password nor an Authorization header in <configuration><httpHeaders>.",
                "Add <password>${env.GITHUB_TOKEN}</password> to it and set that variable, or name another server with"
                        + " -Dghpackages.serverId=ID.");
    }

    PackagesException badHeader() {
        return because(
                "Its Authorization header is neither 'Bearer TOKEN' nor 'Basic' with the Base64 of USER:TOKEN.",
                "Write it in one of these ways, or use <password> instead.");
    }

    private PackagesException because(String reason, String remedy) {
        return new PackagesException(
                PackagesException.Id.NO_TOKEN,
                "Looking for the token of server '" + id() + "' in settings.xml failed.",
                reason,
                remedy);
    }

    private String id() {
        return Text.harmless(serverId);
    }
}
