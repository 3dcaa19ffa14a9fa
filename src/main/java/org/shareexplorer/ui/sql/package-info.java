/** Queries in SQL, and joins made without writing any. */
@NullMarked
package org.shareexplorer.ui.sql;

import org.jspecify.annotations.NullMarked;
