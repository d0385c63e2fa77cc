/**
 * A simulated GitHub Packages with state: the REST API and the Maven registry on a real port, filled by uploads or by
 * seeding. It knows nothing of the plugin, so that one mistake can't hide in both.
 */
@NullMarked
package io.github.ghpackages.stub;

import org.jspecify.annotations.NullMarked;
