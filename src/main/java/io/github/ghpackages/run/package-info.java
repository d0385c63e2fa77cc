/** One prune, delete or restore, from plan to outcomes. */
@NullMarked
package io.github.ghpackages.run;

import org.jspecify.annotations.NullMarked;
