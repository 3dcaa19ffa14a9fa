package org.shareexplorer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.Footer;
import org.shareexplorer.parquet.FooterReader;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class ProjectionsTest {

  private static final Field NUMBER = new Field("number", Simple.LONG, true);
  private static final Field TEXT = new Field("text", Simple.STRING, true);
  private static final int ROWS = 300_000;

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final AtomicLong fetched = new AtomicLong();
  private byte[] content = {};

  @BeforeEach
  void writeTable() throws Exception {
    Path original = folder.resolve("original.parquet");
    var _ =
        answer(
            """
            COPY (SELECT hash(i)::HUGEINT::VARCHAR AS text, i::BIGINT * 7919 %% 1000003 AS number,
                i %% 5 AS other
              FROM range(%d) t(i)) TO '%s' (ROW_GROUP_SIZE 20000, CODEC 'uncompressed')\
            """
                .formatted(ROWS, original));
    content = Files.readAllBytes(original);
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  /** As another process would open it. */
  private CachedFile opened() {
    return new CachedFile(
        jobs,
        new DataCache(folder.resolve("cache"), 1 << 30),
        new FileKey(FileKey.digest("a file")),
        "a file",
        content.length,
        (offset, length, _) -> {
          fetched.addAndGet(length);
          return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
        });
  }

  private static DataCache.Pin projected(CachedFile file, Field... fields) {
    Footer footer = FooterReader.read(file, Job.unattended());
    return file.projected(new ProjectedFile(footer, List.of(fields)), _ -> {}, Job.unattended());
  }

  private static String answer(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static String sums(Path file) throws SQLException {
    return answer(
        """
        SELECT [sum(number), sum(hash(text)), sum((number % 97) * (hash(text) % 89))]::VARCHAR
        FROM '\
        """
            + file
            + "'");
  }

  @Test
  void columnsThatAreThereAreJoinedWithoutFetchingThem() throws Exception {
    CachedFile file = opened();
    projected(file, NUMBER).close();
    projected(file, TEXT).close();
    long before = fetched.get();
    try (DataCache.Pin both = projected(file, NUMBER, TEXT)) {
      assertThat(fetched).hasValue(before);
      assertThat(sums(both.path())).isEqualTo(sums(folder.resolve("original.parquet")));
    }
  }

  /** What a power failure or a failing disk may make of a file whose name says it is complete. */
  enum Harm {
    CUT {
      @Override
      byte[] done(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
      }
    },
    EMPTIED {
      @Override
      byte[] done(byte[] bytes) {
        return new byte[0];
      }
    },
    ZEROS_AMID {
      @Override
      byte[] done(byte[] bytes) {
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4_096, (byte) 0);
        return bytes;
      }
    },
    BLOCKS_EXCHANGED {
      @Override
      byte[] done(byte[] bytes) {
        int half = 4 << 20;
        byte[] mixed = Arrays.copyOf(bytes, bytes.length);
        System.arraycopy(bytes, 0, mixed, half, bytes.length - half);
        System.arraycopy(bytes, half, mixed, 0, bytes.length - half);
        return mixed;
      }
    };

    abstract byte[] done(byte[] bytes);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatAnotherProcessLeftIsTrustedOnlyIfItIsWhole(Harm harm) throws Exception {
    Path path;
    try (DataCache.Pin pin = projected(opened(), NUMBER, TEXT)) {
      path = pin.path();
    }
    byte[] right = Files.readAllBytes(path);
    Files.write(path, harm.done(right.clone()));
    long before = fetched.get();
    try (DataCache.Pin again = projected(opened(), NUMBER, TEXT)) {
      assertThat(again.path()).hasBinaryContent(right);
      assertThat(fetched).as("the pieces are there").hasValue(before);
    }
  }

  @Test
  void aFileThatIsWholeIsUsedAsItIs() throws Exception {
    Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
    Object made;
    try (DataCache.Pin pin = projected(opened(), NUMBER)) {
      Files.setLastModifiedTime(pin.path(), FileTime.from(longAgo));
      made = Files.readAttributes(pin.path(), "*").get("fileKey");
    }
    try (DataCache.Pin pin = projected(opened(), NUMBER)) {
      assertThat(Files.readAttributes(pin.path(), "*")).containsEntry("fileKey", made);
      assertThat(Files.getLastModifiedTime(pin.path()).toInstant()).isAfter(longAgo);
    }
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aFileThatVanishedIsMadeAnew() throws Exception {
    CachedFile file = opened();
    try (DataCache.Pin pin = projected(file, NUMBER)) {
      Files.delete(pin.path());
    }
    try (DataCache.Pin pin = projected(file, NUMBER)) {
      assertThat(pin.path()).exists();
    }
  }

  /** A link to nothing is listed, and is not there when it is opened. */
  @Test
  void aFileThatVanishesWhileItIsLookedAtIsMadeAnew() throws Exception {
    Path made;
    try (DataCache.Pin pin = projected(opened(), NUMBER)) {
      made = pin.path();
    }
    byte[] right = Files.readAllBytes(made);
    Files.delete(made);
    String name = made.getFileName().toString().replaceFirst("-.{8}\\.", "-00000000.");
    Files.createSymbolicLink(made.resolveSibling(name), folder.resolve("gone"));
    try (DataCache.Pin pin = projected(opened(), NUMBER)) {
      assertThat(pin.path()).isEqualTo(made).hasBinaryContent(right);
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }
}
