/** Figures of groups of rows, put together without a query being written. */
@NullMarked
package org.shareexplorer.ui.pivot;

import org.jspecify.annotations.NullMarked;
