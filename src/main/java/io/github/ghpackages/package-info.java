/** The nouns of the plugin: owner, package, version, outcome and error. They depend on no other package but {@code text}. */
@NullMarked
package io.github.ghpackages;

import org.jspecify.annotations.NullMarked;
