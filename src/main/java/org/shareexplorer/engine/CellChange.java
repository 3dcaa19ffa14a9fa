package org.shareexplorer.engine;

import org.jspecify.annotations.Nullable;

/**
 * A cell of an updated row whose value is another than before. Values are as {@code table.Values}
 * lists them.
 *
 * @param before the value before; null stands for null
 * @param after the value since
 */
public record CellChange(@Nullable Object before, @Nullable Object after) {}
