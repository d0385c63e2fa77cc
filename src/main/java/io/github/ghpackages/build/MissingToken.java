package io.github.ghpackages.build;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Unresolved;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Explains why a server has no token that can be used, and how to set it. Never shows what may be the token.
 *
 * @param variables the names of the environment's variables
 */
record MissingToken(String serverId, Collection<String> variables) {

    /** GitHub replaces it in a workflow's file, and nowhere else. */
    private static final String OF_WORKFLOW = "${{";

    private static final String SET_IN_WORKFLOW = "Add to the step: env: GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}";

    /** Maven treats any text in braces as encrypted, even after a comment, and Maven 3 passes it on undecrypted. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[^{}]+}");

    static boolean isUsable(String value) {
        return Unresolved.in(value).isEmpty() && !ENCRYPTED.matcher(value).find();
    }

    /** The value, if it is neither an expression nor encrypted. */
    String unlessUsable(String value, String what) {
        Optional<Unresolved> unresolved = Unresolved.in(value);
        if (unresolved.isPresent()) {
            throw unresolved(unresolved.get(), what);
        }
        if (value.contains(OF_WORKFLOW)) {
            throw because(
                    "Its " + what + " is a ${{ … }} of GitHub Actions, which settings.xml does not resolve.",
                    "Write ${env.GITHUB_TOKEN} instead. " + SET_IN_WORKFLOW);
        }
        if (ENCRYPTED.matcher(value).find()) {
            throw because(
                    "Its " + what + " is still encrypted ({…}): Maven could not decrypt it.",
                    "Encrypt it again with 'mvn --encrypt-password' (Maven 4: 'mvnenc encrypt') where the goal runs, with the"
                            + " settings-security.xml that Maven reads there, or write ${env.GITHUB_TOKEN} instead.");
        }
        return value;
    }

    private PackagesException unresolved(Unresolved unresolved, String what) {
        String stillOne = "Its " + what + " is still an expression that Maven could not resolve";
        if (!unresolved.isOfEnvironment()) {
            return because(
                    stillOne + ".",
                    "Put the token there, or an expression that Maven resolves, such as ${env.GITHUB_TOKEN}.");
        }
        return unresolved
                .variable(variables)
                .map(name -> because(
                        "Its " + what + " is still the expression ${env." + name + "}: the environment variable " + name
                                + " is not set.",
                        "Set the variable. In GitHub Actions a secret is not in the environment by default; add to"
                                + " the step: env: " + name + ": ${{ secrets.GITHUB_TOKEN }}"))
                .orElseGet(() -> because(
                        stillOne + ": ${env.…}. Its name is not shown, because it may be the token itself.",
                        "Write the name of an environment variable there, such as ${env.GITHUB_TOKEN}. The server-password of"
                                + " actions/setup-java expects the name of a variable, not a secret: server-password:"
                                + " GITHUB_TOKEN. " + SET_IN_WORKFLOW));
    }

    PackagesException noServer() {
        return because(
                "settings.xml has no <server> with this id.",
                "Add <server><id>" + serverId + "</id><username>YOUR_LOGIN</username>"
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
                "Looking for the token of server '" + serverId + "' in settings.xml failed.",
                reason,
                remedy);
    }
}
