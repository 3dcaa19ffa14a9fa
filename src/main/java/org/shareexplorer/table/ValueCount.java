package org.shareexplorer.table;

/**
 * A value and how often it stands in a column.
 *
 * @param value the value, never null (see {@link Values})
 * @param rows how many rows have it
 */
public record ValueCount(Object value, long rows) {}
