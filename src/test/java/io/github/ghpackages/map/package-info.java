/** Measures the source code: how much there is, and where. */
@NullMarked
package io.github.ghpackages.map;

import org.jspecify.annotations.NullMarked;
