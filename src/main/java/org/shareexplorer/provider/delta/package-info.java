/**
 * Delta tables on this computer's disk: writing their Parquet files and log, and reading the log.
 */
@NullMarked
package org.shareexplorer.provider.delta;

import org.jspecify.annotations.NullMarked;
