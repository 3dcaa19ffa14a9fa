package org.shareexplorer.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangeLine;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.PredicateHints;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/** A server and a storage in memory: one table, addresses that end when told to. */
final class LoopbackTable implements SharingClient, RangeReader {

  static final TableName NAME = new TableName("share", "schema", "table");

  private String schemaString;
  private final List<String> partitionColumns;
  private final List<Stored> files = new ArrayList<>();
  private final Map<String, byte[]> byPath = new HashMap<>();
  private final Map<String, DeletionVectorLine> vectors = new HashMap<>();
  private Map<String, String> configuration = Map.of();
  private String storage = "https://storage.example/";
  private final List<Change> changes = new ArrayList<>();
  private final Map<Long, List<String>> filesAt = new HashMap<>();
  private int signature = 1;
  private long version = 7;
  private boolean versions = true;

  final AtomicInteger queries = new AtomicInteger();

  /** What the server was told of rows wanted, a query after the other. */
  final List<PredicateHints> told = new ArrayList<>();

  /** The files that the server lists for a query. */
  private BiPredicate<TableQuery, String> listing = (_, _) -> true;

  /** Paths whose address was read from. */
  final Set<String> read = new HashSet<>();

  private record Stored(
      String path,
      long size,
      Map<String, @Nullable String> partitionValues,
      Optional<String> stats) {}

  private record Change(
      ChangeLine.Kind kind, long version, String path, Optional<DeletionVectorLine> vector) {}

  LoopbackTable(String schemaString, List<String> partitionColumns) {
    this.schemaString = schemaString;
    this.partitionColumns = partitionColumns;
  }

  static String schema(String... namesAndTypes) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      String type = namesAndTypes[i + 1];
      fields.add(
          "{\"name\":\"%s\",\"type\":%s,\"nullable\":true,\"metadata\":{}}"
              .formatted(namesAndTypes[i], type.startsWith("{") ? type : "\"" + type + "\""));
    }
    return fields.stream()
        .collect(Collectors.joining(",", "{\"type\":\"struct\",\"fields\":[", "]}"));
  }

  LoopbackTable add(
      String path, byte[] bytes, Map<String, @Nullable String> partitionValues, OptionalLong rows) {
    return add(
        path,
        bytes,
        partitionValues,
        rows.isPresent()
            ? Optional.of("{\"numRecords\":" + rows.getAsLong() + "}")
            : Optional.empty());
  }

  LoopbackTable add(
      String path,
      byte[] bytes,
      Map<String, @Nullable String> partitionValues,
      Optional<String> stats) {
    byPath.put(path, bytes);
    files.add(new Stored(path, bytes.length, new LinkedHashMap<>(partitionValues), stats));
    return this;
  }

  /** Gives the table other columns. */
  void schemaIs(String schema) {
    schemaString = schema;
  }

  /** Has the server choose among files. */
  LoopbackTable lists(BiPredicate<TableQuery, String> which) {
    listing = which;
    return this;
  }

  /** Has the files be at another place. */
  LoopbackTable storedAt(String place) {
    storage = place;
    return this;
  }

  /** Puts other bytes in a file's place. */
  synchronized void replace(String path, byte[] bytes) {
    byPath.put(path, bytes);
  }

  synchronized byte[] bytes(String path) {
    return byPath.getOrDefault(path, new byte[0]);
  }

  /** Puts a file into the storage, but not into the table. */
  LoopbackTable store(String path, byte[] bytes) {
    byPath.put(path, bytes);
    return this;
  }

  /** Has a version change something. */
  LoopbackTable change(ChangeLine.Kind kind, long by, String path) {
    changes.add(new Change(kind, by, path, Optional.empty()));
    return this;
  }

  /** Has a version add or remove a data file of which rows are deleted. */
  LoopbackTable change(ChangeLine.Kind kind, long by, String path, VectorBytes.Stored vector) {
    String place = path + "." + changes.size() + ".vectors";
    byPath.put(place, vector.file());
    changes.add(new Change(kind, by, path, Optional.of(line(vector, place))));
    return this;
  }

  /** Says which of the files a version consists of. */
  LoopbackTable at(long number, String... paths) {
    filesAt.put(number, List.of(paths));
    return this;
  }

  LoopbackTable configured(String property, String value) {
    configuration = Map.of(property, value);
    return this;
  }

  /** Marks rows of a file as deleted, by a vector in a file of vectors, or by an inline one. */
  LoopbackTable delete(String path, VectorBytes.Stored vector) {
    String place = path + ".vectors";
    byPath.put(place, vector.file());
    vectors.put(path, line(vector, place));
    return this;
  }

  private static DeletionVectorLine line(VectorBytes.Stored vector, String place) {
    return new DeletionVectorLine(
        vector.inline().isPresent() ? "i" : "p",
        vector.inline(),
        vector.inline().isPresent() ? Optional.empty() : Optional.of(new SignedAddress(place)),
        vector.offset(),
        vector.size(),
        vector.cardinality());
  }

  /** From now on, older addresses are refused. */
  void expire() {
    signature++;
  }

  void forgetFiles() {
    files.clear();
  }

  void forgetVersions() {
    versions = false;
    version++;
  }

  @Override
  public synchronized byte[] read(String address, long offset, int length, long fileSize, Job job) {
    job.check();
    job.countRequest();
    if (!address.endsWith("?signature=" + signature)) {
      throw new Problem(ProblemCode.FILE_EXPIRED, "Expired.", "", "").asException();
    }
    String path = address.substring(storage.length(), address.indexOf('?'));
    byte[] bytes = byPath.getOrDefault(path, new byte[0]);
    if (fileSize == ANY_SIZE && offset + length > bytes.length) {
      throw new Problem(ProblemCode.FILE_DAMAGED, "Too short: " + path, "", "").asException();
    }
    if ((fileSize != ANY_SIZE && bytes.length != fileSize)
        || offset < 0
        || length < 1
        || offset + length > bytes.length) {
      throw new IllegalArgumentException("not a range of " + path);
    }
    read.add(path);
    job.countBytes(length);
    return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
  }

  @Override
  public TableHead query(TableName table, TableQuery query, FileLines lines, Job job) {
    queries.incrementAndGet();
    told.add(query.hints());
    if (query.asOf() instanceof AsOf.Version && !versions) {
      throw new Problem(ProblemCode.SERVER_REJECTED, "No versions here.", "", "").asException();
    }
    lines.head(metadata(table, job));
    long wanted = query.asOf() instanceof AsOf.Version(long number) ? number : version;
    for (Stored file : files) {
      if (!filesAt.getOrDefault(wanted, List.of(file.path)).contains(file.path)
          || !listing.test(query, file.path)) {
        continue;
      }
      lines.accept(
          new FileLine(
              "123",
              signed(file.path),
              file.size,
              file.partitionValues,
              file.stats,
              Long.MAX_VALUE,
              Optional.ofNullable(vectors.get(file.path)).map(this::signed)));
    }
    return head(wanted);
  }

  private SignedAddress signed(String path) {
    return new SignedAddress(storage + path + "?signature=" + signature);
  }

  private DeletionVectorLine signed(DeletionVectorLine line) {
    return new DeletionVectorLine(
        line.storageType(),
        line.inline(),
        line.address().map(place -> signed(place.text())),
        line.offset(),
        line.sizeInBytes(),
        line.cardinality());
  }

  @Override
  public TableHead metadata(TableName table, Job job) {
    return head(version);
  }

  private TableHead head(long number) {
    return new TableHead(
        number,
        ResponseFormat.PARQUET,
        1,
        Set.of(),
        "table-id",
        Optional.empty(),
        Optional.empty(),
        schemaString,
        partitionColumns,
        configuration,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  @Override
  public List<Share> shares(Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> schemas(String share, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ListedTable> tables(String share, String schema, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ListedTable> allTables(String share, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long versionSince(TableName table, Instant time, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TableHead> changes(TableName table, ChangesQuery query, ChangeLines lines, Job job) {
    queries.incrementAndGet();
    for (Change change : changes) {
      lines.accept(
          new ChangeLine(
              change.kind,
              change.version,
              OptionalLong.of(1_000 * change.version),
              new FileLine(
                  "123",
                  signed(change.path),
                  Objects.requireNonNull(byPath.get(change.path)).length,
                  Map.of(),
                  Optional.empty(),
                  Long.MAX_VALUE,
                  change.vector.map(this::signed))));
    }
    return List.of(head(0));
  }

  @Override
  public long version(TableName table, Job job) {
    return version;
  }
}
