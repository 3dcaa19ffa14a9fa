/** The entry point, where everything is wired. */
@NullMarked
package org.shareexplorer.app;

import org.jspecify.annotations.NullMarked;
