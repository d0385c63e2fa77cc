/** What Maven knows about the build: where modules deploy, what poms reference, whether it is the whole reactor, and the credentials. */
@NullMarked
package io.github.ghpackages.build;

import org.jspecify.annotations.NullMarked;
