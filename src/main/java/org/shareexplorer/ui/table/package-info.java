/** A table's tab: its header, and the screens in it. */
@NullMarked
package org.shareexplorer.ui.table;

import org.jspecify.annotations.NullMarked;
