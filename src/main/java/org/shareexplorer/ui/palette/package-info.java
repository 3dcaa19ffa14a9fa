/** Commands, and the one field that finds them all. */
@NullMarked
package org.shareexplorer.ui.palette;

import org.jspecify.annotations.NullMarked;
