package org.shareexplorer.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;

/**
 * Parquet files of our own, opened as tables: what reads, filters, sorts, profiles and draws shared
 * tables does so with these. Thread-safe.
 */
public final class ResultTables {

  private final Jobs jobs;
  private final Questions questions;

  /** Makes tables whose questions are answered by those given. */
  public ResultTables(Jobs jobs, Questions questions) {
    this.jobs = jobs;
    this.questions = questions;
  }

  /**
   * Opens a file as a table. It must stay, unchanged, for as long as the table is used.
   *
   * @param file a Parquet file of these columns, flat files of a schema that names them so
   * @param folder where columns taken out of it may be kept; goes with the file
   * @param rows how many rows it has
   */
  public OpenTable open(TableName name, List<Field> fields, Path file, Path folder, long rows) {
    Snapshot snapshot =
        new Snapshot(name, head(), List.copyOf(fields), rows == 0 ? List.of() : files(file, rows));
    Addresses addresses = new Addresses(snapshot, (_, _) -> {});
    DataCache cache = new DataCache(folder, Long.MAX_VALUE);
    return new SnapshotTable(
        jobs,
        snapshot,
        new TableFiles(jobs, snapshot, new LocalReader(file), cache, addresses),
        questions);
  }

  private static TableHead head() {
    return new TableHead(
        0,
        ResponseFormat.PARQUET,
        1,
        Set.of(),
        UUID.randomUUID().toString(),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        Map.of(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private static List<DataFile> files(Path file, long rows) {
    return List.of(
        new DataFile(
            "result",
            new SignedAddress("result"),
            size(file),
            Map.of(),
            OptionalLong.of(rows),
            Optional.empty(),
            Long.MAX_VALUE,
            Optional.empty()));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw lost().asException(e);
    }
  }

  private static Problem lost() {
    return new Problem(
        ProblemCode.DISK,
        "The result can no longer be read.",
        "Its temporary file is gone or cannot be read.",
        "Run the query again.");
  }

  /** Reads the one file there is; that costs nobody anything. */
  private record LocalReader(Path file) implements RangeReader {
    @Override
    public byte[] read(String address, long offset, int length, long fileSize, Job job) {
      job.check();
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
        byte[] range = new byte[length];
        bytes.seek(offset);
        bytes.readFully(range);
        return range;
      } catch (IOException e) {
        throw lost().asException(e);
      }
    }

    @Override
    public boolean remote() {
      return false;
    }
  }
}
