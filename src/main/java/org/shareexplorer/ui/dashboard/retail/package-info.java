/** The way to the ready dashboard of customers and sales: found, adjusted, opened. */
@NullMarked
package org.shareexplorer.ui.dashboard.retail;

import org.jspecify.annotations.NullMarked;
