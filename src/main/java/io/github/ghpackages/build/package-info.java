/** What Maven knows of the build: where its modules deploy, what its poms reference, whether it is the whole reactor, and the credentials. */
@NullMarked
package io.github.ghpackages.build;

import org.jspecify.annotations.NullMarked;
