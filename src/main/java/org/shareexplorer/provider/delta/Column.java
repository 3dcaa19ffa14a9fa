package org.shareexplorer.provider.delta;

/**
 * A column; like Spark's, it may always hold null.
 *
 * @param name its name
 * @param type its type
 * @param comment what it means, for a person; may be empty
 */
public record Column(String name, ColumnType type, String comment) {}
