/** A table's rows on screen: pages of them, the grid that shows them, and one row in full. */
@NullMarked
package org.shareexplorer.ui.grid;

import org.jspecify.annotations.NullMarked;
