/** What the build knows: registry and owner, the modules that deploy, the versions that the poms name. */
@NullMarked
package io.github.ghpackages.project;

import org.jspecify.annotations.NullMarked;
