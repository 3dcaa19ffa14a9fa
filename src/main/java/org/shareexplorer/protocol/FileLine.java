package org.shareexplorer.protocol;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One data file of a table's answer, the same for both response formats.
 *
 * @param id the server's name for the file, stable between answers of one format; not unique on
 *     every server
 * @param address where its bytes are; signed, so a secret, and to be used byte for byte
 * @param size bytes of the file
 * @param partitionValues the file's partition values as text, by column name; a null value stands
 *     for null
 * @param stats the writer's statistics as JSON text, if there are any
 * @param expiration when the address ends, in milliseconds since 1970, or {@link Long#MAX_VALUE} if
 *     the server is silent
 * @param deletionVector the rows to leave out, if any
 */
public record FileLine(
    String id,
    SignedAddress address,
    long size,
    Map<String, @Nullable String> partitionValues,
    Optional<String> stats,
    long expiration,
    Optional<DeletionVectorLine> deletionVector) {

  /**
   * Where the numbers of a file's deleted rows are (Delta protocol, "Deletion Vector Descriptor
   * Schema").
   *
   * @param storageType {@code i} for inline, {@code p} for an address
   * @param inline the encoded numbers, if they are inline
   * @param address where they are, if they are elsewhere
   * @param offset where they begin in that file
   * @param sizeInBytes their bytes
   * @param cardinality how many rows are deleted
   */
  public record DeletionVectorLine(
      String storageType,
      Optional<String> inline,
      Optional<SignedAddress> address,
      int offset,
      int sizeInBytes,
      long cardinality) {}
}
