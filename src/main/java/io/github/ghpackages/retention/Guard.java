package io.github.ghpackages.retention;

import java.util.function.Predicate;

/**
 * A version that stays whatever the policy says, because the build made it or a pom names it.
 *
 * @param matches tells whether a version of this name is meant
 * @param reason why, such as {@code named as a dependency in module app}
 */
public record Guard(Predicate<String> matches, String reason) {}
