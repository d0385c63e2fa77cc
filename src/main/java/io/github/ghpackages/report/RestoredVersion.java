package io.github.ghpackages.report;

import io.github.ghpackages.Result;
import org.jspecify.annotations.Nullable;

/**
 * One version of a restore.
 *
 * @param id GitHub's numeric id; null where none is known, as of a version that was asked for and not found
 * @param name the Maven version
 * @param result what became of it
 */
public record RestoredVersion(@Nullable Long id, String name, Result result) {}
