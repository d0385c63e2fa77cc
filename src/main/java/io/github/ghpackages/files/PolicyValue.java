package io.github.ghpackages.files;

/**
 * One parameter of the policy as it was in force.
 *
 * @param value as text
 * @param source where it came from, such as {@code command line} or {@code pom}
 */
public record PolicyValue(String value, String source) {}
