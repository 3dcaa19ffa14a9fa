/**
 * Footers, pages and column chunks of Parquet files: which bytes hold what, and small local files
 * made of them.
 */
@NullMarked
package org.shareexplorer.parquet;

import org.jspecify.annotations.NullMarked;
