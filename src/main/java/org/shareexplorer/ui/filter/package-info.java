/** Conditions and orders of a table's rows, as chips above its screens. */
@NullMarked
package org.shareexplorer.ui.filter;

import org.jspecify.annotations.NullMarked;
