package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Permission;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.github.PackageAccess;
import io.github.ghpackages.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code check-access} is to make sure of in every package.
 *
 * @param operation what must be allowed
 */
record Requirement(Operation operation) {

    /** Fails where it is not allowed in one of the packages, and where there is no package at all. */
    void check(Map<PackageRef, PackageAccess> found) {
        if (found.isEmpty()) {
            throw notAllowed(
                    "No package was found, so nothing was checked.",
                    "Name the packages with -Dghpackages.packages=..., and look at what there is: list-versions.");
        }
        List<PackageRef> refused = where(found, access -> !access.exists() || access.of(operation) == Permission.NO);
        if (!refused.isEmpty()) {
            List<String> advice =
                    Objects.requireNonNull(found.get(refused.get(0))).advice();
            throw notAllowed(
                    sentence("In " + share(refused, found) + ", " + operation + " is not allowed.", refused),
                    "The report says for each package what to change. For the first: " + String.join(" ", advice));
        }
    }

    /** Where GitHub does not report before it is tried whether it is allowed. */
    Optional<String> warning(Map<PackageRef, PackageAccess> found) {
        List<PackageRef> unknown =
                where(found, access -> access.exists() && access.of(operation) == Permission.UNKNOWN);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(sentence(
                        this + ": in " + share(unknown, found) + " it is unknown whether " + operation + " is allowed.",
                        unknown));
    }

    private static List<PackageRef> where(Map<PackageRef, PackageAccess> found, Predicate<PackageAccess> condition) {
        return found.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String share(List<PackageRef> some, Map<PackageRef, PackageAccess> all) {
        return some.size() + " of " + all.size() + (all.size() == 1 ? " package" : " packages");
    }

    private static String sentence(String words, List<PackageRef> packages) {
        return words + " The first is " + SafeText.harmless(packages.get(0).toString()) + ".";
    }

    private PackagesException notAllowed(String reason, String remedy) {
        return new PackagesException(
                Id.NOT_ALLOWED, "Checking the access that " + this + " asks for failed.", reason, remedy);
    }

    @Override
    public String toString() {
        return "require=" + Argument.spelling(operation);
    }
}
