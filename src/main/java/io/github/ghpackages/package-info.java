/** The nouns: owner, package, version, what became of it, and what can go wrong. They know nobody. */
@NullMarked
package io.github.ghpackages;

import org.jspecify.annotations.NullMarked;
