/** Reads JSON strictly, and writes JSON whose texts are safe to print. */
@NullMarked
package io.github.ghpackages.json;

import org.jspecify.annotations.NullMarked;
