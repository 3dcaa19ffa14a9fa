/** Questions about tables, answered by DuckDB over the bytes that they need. */
@NullMarked
package org.shareexplorer.engine;

import org.jspecify.annotations.NullMarked;
