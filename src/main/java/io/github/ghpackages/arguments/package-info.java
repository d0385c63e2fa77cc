/** The value of each parameter: all sources that set it, and the one that applies. */
@NullMarked
package io.github.ghpackages.arguments;

import org.jspecify.annotations.NullMarked;
