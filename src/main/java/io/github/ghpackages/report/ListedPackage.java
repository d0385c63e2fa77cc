package io.github.ghpackages.report;

import io.github.ghpackages.PackageRef;
import java.util.List;

/**
 * One package of a list.
 *
 * @param ref the package
 * @param exists whether GitHub knows it
 * @param versions newest first
 */
public record ListedPackage(PackageRef ref, boolean exists, List<ListedVersion> versions) {}
