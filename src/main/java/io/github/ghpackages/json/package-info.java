/** Reads strict JSON, and writes JSON in which every text is safe to show. */
@NullMarked
package io.github.ghpackages.json;

import org.jspecify.annotations.NullMarked;
