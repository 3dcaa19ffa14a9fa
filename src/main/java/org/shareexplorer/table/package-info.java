/** A table at one version: its columns, types, files, statistics and values. */
@NullMarked
package org.shareexplorer.table;

import org.jspecify.annotations.NullMarked;
