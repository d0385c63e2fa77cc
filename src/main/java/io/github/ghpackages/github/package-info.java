/** GitHub Packages in our nouns: one method per operation. */
@NullMarked
package io.github.ghpackages.github;

import org.jspecify.annotations.NullMarked;
