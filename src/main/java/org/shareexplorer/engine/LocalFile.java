package org.shareexplorer.engine;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file on this computer that holds some columns of one of a table's data files, with all
 * of that file's rows.
 *
 * @param path where it is
 * @param partitionValues the data file's partition values as text, by column name; a null value
 *     stands for null
 */
public record LocalFile(Path path, Map<String, @Nullable String> partitionValues) {}
