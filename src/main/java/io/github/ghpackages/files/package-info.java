/** What a run leaves on disk: journals, their index, and plans. */
@NullMarked
package io.github.ghpackages.files;

import org.jspecify.annotations.NullMarked;
