/** What the user wrote for each parameter, wherever it is written, and what applies. */
@NullMarked
package io.github.ghpackages.arguments;

import org.jspecify.annotations.NullMarked;
