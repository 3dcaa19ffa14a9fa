package org.shareexplorer.parquet;

import org.apache.parquet.schema.Type;

/**
 * A top-level column of a file.
 *
 * @param type its type in the file, with its parts
 * @param firstLeaf the position of its first leaf among all leaves of the file
 * @param leaves how many leaves it has
 */
record Column(Type type, int firstLeaf, int leaves) {}
