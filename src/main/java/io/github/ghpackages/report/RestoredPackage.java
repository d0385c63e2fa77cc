package io.github.ghpackages.report;

import io.github.ghpackages.PackageRef;
import java.util.List;

/**
 * One package of a restore.
 *
 * @param ref the package
 * @param versions newest first
 */
public record RestoredPackage(PackageRef ref, List<RestoredVersion> versions) {}
