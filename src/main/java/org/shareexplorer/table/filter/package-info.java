/** Which rows of a table are wanted: conditions as data, as text, and what bounds say of them. */
@NullMarked
package org.shareexplorer.table.filter;

import org.jspecify.annotations.NullMarked;
