/** The goals: their parameters, the wiring of a run, and the place where errors are caught. */
@NullMarked
package io.github.ghpackages.mojo;

import org.jspecify.annotations.NullMarked;
