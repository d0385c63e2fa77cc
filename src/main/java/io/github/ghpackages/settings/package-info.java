/** What settings.xml knows: the token of a server id, the proxy of a URL. */
@NullMarked
package io.github.ghpackages.settings;

import org.jspecify.annotations.NullMarked;
