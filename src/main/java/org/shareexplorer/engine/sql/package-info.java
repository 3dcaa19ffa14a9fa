/** Queries in SQL over any tables at hand, sealed off from everything else. */
@NullMarked
package org.shareexplorer.engine.sql;

import org.jspecify.annotations.NullMarked;
