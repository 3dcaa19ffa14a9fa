/** The demo share at a small scale, and the whole of the core against it, over real HTTP. */
@NullMarked
package org.shareexplorer.demo;

import org.jspecify.annotations.NullMarked;
