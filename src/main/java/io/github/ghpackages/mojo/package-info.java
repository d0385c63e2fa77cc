/** The goals: what the user types, wiring, the one catch. */
@NullMarked
package io.github.ghpackages.mojo;

import org.jspecify.annotations.NullMarked;
