/** The figures of every column of a table, over all rows. */
@NullMarked
package org.shareexplorer.ui.profile;

import org.jspecify.annotations.NullMarked;
