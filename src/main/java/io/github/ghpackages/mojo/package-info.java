/** The goals: what the user types, wiring, the one catch, the end of the reactor. */
@NullMarked
package io.github.ghpackages.mojo;

import org.jspecify.annotations.NullMarked;
