/** The ready dashboard of tables shaped like customers and sales: which those are, what it has. */
@NullMarked
package org.shareexplorer.dashboard.retail;

import org.jspecify.annotations.NullMarked;
