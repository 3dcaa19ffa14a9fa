package org.shareexplorer.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The first two lines of a table's answers: protocol and metadata, the same for both response
 * formats.
 *
 * @param version the table's version, from the header {@code Delta-Table-Version}
 * @param format the format that the server chose
 * @param minReaderVersion the least reader version that the table asks for
 * @param readerFeatures the features that a reader must know
 * @param id the table's id
 * @param tableName the table's own name, if it has one
 * @param description the provider's words about the table
 * @param schemaString the columns, as JSON text
 * @param partitionColumns names of the columns that files are partitioned by
 * @param configuration the table's properties
 * @param size bytes of all files, if the server says so
 * @param numFiles number of files, if the server says so
 * @param timestamp when this version was made, in milliseconds since 1970, if the server says so:
 *     it does with the files of a version that was asked for
 */
public record TableHead(
    long version,
    ResponseFormat format,
    int minReaderVersion,
    Set<String> readerFeatures,
    String id,
    Optional<String> tableName,
    Optional<String> description,
    String schemaString,
    List<String> partitionColumns,
    Map<String, String> configuration,
    OptionalLong size,
    OptionalLong numFiles,
    OptionalLong timestamp) {

  /** {@return the same, made at a time} */
  TableHead madeAt(OptionalLong time) {
    return new TableHead(
        version,
        format,
        minReaderVersion,
        readerFeatures,
        id,
        tableName,
        description,
        schemaString,
        partitionColumns,
        configuration,
        size,
        numFiles,
        time);
  }
}
