/** The start of the program. */
@NullMarked
package org.shareexplorer.app;

import org.jspecify.annotations.NullMarked;
