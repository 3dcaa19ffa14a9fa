package org.shareexplorer.table;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.SignedAddress;

/**
 * One data file of a snapshot.
 *
 * @param id the server's name for the file; not unique on every server
 * @param address where its bytes are; may be renewed, so never part of a key
 * @param size bytes of the file
 * @param partitionValues the file's partition values as text, by column name; a null value stands
 *     for null
 * @param rowCount rows in the file before deletions, if the statistics say so
 * @param stats the writer's statistics as JSON text, if there are any; they call columns by their
 *     stored names
 * @param expiration when the address ends, in milliseconds since 1970, or {@link Long#MAX_VALUE}
 * @param deletionVector the rows to leave out, if any
 */
public record DataFile(
    String id,
    SignedAddress address,
    long size,
    Map<String, @Nullable String> partitionValues,
    OptionalLong rowCount,
    Optional<String> stats,
    long expiration,
    Optional<DeletionVectorLine> deletionVector) {

  /** {@return rows in the file, deletions taken off, if the statistics say so and make sense} */
  public OptionalLong rowsLeft() {
    long deleted = deletionVector.map(DeletionVectorLine::cardinality).orElse(0L);
    return rowCount.isPresent() && rowCount.getAsLong() >= deleted
        ? OptionalLong.of(rowCount.getAsLong() - deleted)
        : OptionalLong.empty();
  }
}
