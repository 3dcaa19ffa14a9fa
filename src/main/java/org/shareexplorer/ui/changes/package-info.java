/** The screen that shows what changed in a table. */
@NullMarked
package org.shareexplorer.ui.changes;

import org.jspecify.annotations.NullMarked;
