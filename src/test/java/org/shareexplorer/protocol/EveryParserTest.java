package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.Extents;
import org.shareexplorer.parquet.FileBytes;
import org.shareexplorer.parquet.FooterReader;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.recorded.RecordedServer;
import org.shareexplorer.table.DeletionVector;
import org.shareexplorer.table.SchemaJson;

/**
 * What comes from outside, drawn by lot: bytes at random, and what real servers sent, damaged, cut
 * off and put together anew. Whatever is made of it, it is a value or one of our exceptions, at
 * once and in little memory.
 */
class EveryParserTest {

  private static final int INPUTS = 4_000;

  /** Bytes that one input may have allocated, all in all. */
  private static final long MOST_MEMORY = 64L << 20;

  private static final String PROFILE =
      """
      {"shareCredentialsVersion":2,"type":"oauth_client_credentials","endpoint":"https://h/ds/",
       "tokenEndpoint":"https://idp/token","clientId":"me","clientSecret":"s3cret","scope":"a/.default",
       "expirationTime":"2027-01-01T00:00:00.0Z","icebergEndpoint":null,"more":[{"x":1e9}]}
      """;

  private static final ServerProblems PROBLEMS =
      new ServerProblems(
          ProfileReader.parse(
              "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://h\",\"bearerToken\":\"t0k3n\"}",
              "test"),
          Clock.systemUTC());

  /** A way in. */
  enum Parser {
    PROFILE {
      @Override
      void parse(byte[] bytes) {
        var _ = ProfileReader.parse(text(bytes), "test");
      }

      @Override
      byte[] good() {
        return EveryParserTest.PROFILE.getBytes(StandardCharsets.UTF_8);
      }
    },
    FILES_AS_PARQUET {
      @Override
      void parse(byte[] bytes) throws IOException {
        files(bytes);
      }

      @Override
      byte[] good() {
        return recorded("official/retail.demo.customers/query-end");
      }
    },
    FILES_AS_DELTA {
      @Override
      void parse(byte[] bytes) throws IOException {
        files(bytes);
      }

      @Override
      byte[] good() {
        return recorded("official/engine.dv.dv/query-delta-feat");
      }
    },
    CHANGES_AS_PARQUET {
      @Override
      void parse(byte[] bytes) throws IOException {
        changes(bytes);
      }

      @Override
      byte[] good() {
        return recorded("official/engine.cdf.cdf/changes-none");
      }
    },
    CHANGES_AS_DELTA {
      @Override
      void parse(byte[] bytes) throws IOException {
        changes(bytes);
      }

      @Override
      byte[] good() {
        return recorded("official/engine.cdf.cdf/changes-delta-feat");
      }
    },
    ERROR {
      @Override
      void parse(byte[] bytes) {
        throw PROBLEMS.refused("It failed.", "table t", 400, bytes);
      }

      @Override
      byte[] good() {
        return recorded("official/engine.dv.dv/metadata-both");
      }
    },
    SCHEMA {
      @Override
      void parse(byte[] bytes) {
        var _ = SchemaJson.parse(text(bytes));
      }

      @Override
      byte[] good() {
        return text(recorded("official/engine.types.all_types/metadata-none"))
            .replaceAll("(?s).*\"schemaString\":\"(.*?[^\\\\])\".*", "$1")
            .replace("\\\"", "\"")
            .getBytes(StandardCharsets.UTF_8);
      }
    },
    DELETION_VECTOR {
      @Override
      void parse(byte[] bytes) throws DeletionVector.Malformed {
        DeletionVector.of(bytes, 4, 1_000_000, Job.unattended())
            .rows()
            .forEachRemaining((long _) -> {});
      }

      @Override
      byte[] good() {
        // The rows 0, 2, 5 and 9.
        return HexFormat.of()
            .parseHex(
                "d1d33964010000000000000000000000"
                    + "3a3000000100000000000300100000000000020005000900");
      }
    },
    FOOTER {
      @Override
      void parse(byte[] bytes) {
        var _ = FooterReader.read(new InMemory(bytes), Job.unattended());
      }

      @Override
      byte[] good() {
        return file("customers", ".parquet");
      }
    };

    abstract void parse(byte[] bytes) throws IOException, DeletionVector.Malformed;

    abstract byte[] good();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] recorded(String name) {
    return RecordedServer.body(name).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] file(String table, String ending) {
    Path folder = Path.of("src/test/resources/recorded/files/tables").resolve(table);
    try (Stream<Path> files = Files.walk(folder)) {
      return Files.readAllBytes(
          files
              .filter(file -> file.toString().endsWith(ending))
              .sorted()
              .findFirst()
              .orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void files(byte[] bytes) throws IOException {
    var _ =
        new TableAnswer(PROBLEMS, "It failed.")
            .read(
                new ByteArrayInputStream(bytes),
                OptionalLong.of(1),
                false,
                line -> assertThat(line.toString()).isNotEmpty(),
                Job.unattended());
  }

  private static void changes(byte[] bytes) throws IOException {
    var _ =
        new ChangesAnswer(PROBLEMS, "It failed.", OptionalLong.of(1))
            .read(
                new ByteArrayInputStream(bytes),
                false,
                line -> assertThat(line.toString()).isNotEmpty(),
                Job.unattended());
  }

  /** A file that is not on disk. */
  @SuppressWarnings("ArrayRecordComponent") // compared with nothing
  private record InMemory(byte[] bytes) implements FileBytes {

    @Override
    public String name() {
      return "part-0.parquet";
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public Extents read(List<ByteRange> ranges, Job job) {
      Map<Long, byte[]> extents = new HashMap<>();
      for (ByteRange range : ByteRange.joined(ranges, 0)) {
        extents.put(
            range.offset(),
            Arrays.copyOfRange(bytes, (int) range.offset(), Math.toIntExact(range.end())));
      }
      return new Extents(extents);
    }
  }

  @ParameterizedTest
  @EnumSource(Parser.class)
  @Timeout(120)
  void whateverComesIsAValueOrAProblem(Parser parser, TestReporter reporter) throws Exception {
    byte[] good = parser.good();
    Random random = new Random(parser.name().hashCode());
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long most = 0;
    int values = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = i % 4 == 0 ? atRandom(random) : damaged(good, random);
      long before = memory.getCurrentThreadAllocatedBytes();
      values += outcome(parser, input) ? 1 : 0;
      most = Math.max(most, memory.getCurrentThreadAllocatedBytes() - before);
    }
    reporter.publishEntry(
        parser.name(),
        "%,d inputs, %,d of them values; at most %,d bytes for one"
            .formatted(INPUTS, values, most));
    assertThat(most).isLessThan(MOST_MEMORY);
    assertThat(values).isLessThan(INPUTS);
    assertThat(values > 0).isEqualTo(parser != Parser.ERROR);
  }

  private static boolean outcome(Parser parser, byte[] input) throws IOException {
    try {
      parser.parse(input);
      return true;
    } catch (ProblemException e) {
      assertThat(e.problem().code()).isNotEqualTo(ProblemCode.BUG);
      assertThat(e.problem() + e.toString()).doesNotContain("X-Amz-Signature=", "t0k3n");
      return false;
    } catch (EOFException | DeletionVector.Malformed e) {
      // Whoever asked is told; an answer that breaks off is asked for again.
      return false;
    }
  }

  private static byte[] atRandom(Random random) {
    byte[] bytes = new byte[random.nextInt(600)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A few bytes changed, left out or put in, a part taken twice, the end missing. */
  private static byte[] damaged(byte[] good, Random random) {
    Buffer damaged = new Buffer();
    int at = 0;
    for (int i = 1 + random.nextInt(3); i > 0 && at < good.length; i--) {
      int next = at + random.nextInt(good.length - at);
      damaged.write(good, at, next - at);
      at = next;
      switch (random.nextInt(5)) {
        case 0 -> at = Math.min(good.length, at + random.nextInt(40));
        case 1 -> damaged.writeByte(random.nextInt(256));
        case 2 -> damaged.writeUtf8("{}[]\":,\\\n0-ex".substring(random.nextInt(13)));
        case 3 -> {
          int from = random.nextInt(good.length);
          damaged.write(good, from, random.nextInt(Math.min(200, good.length - from)));
        }
        default -> at = random.nextInt(3) == 0 ? good.length : at;
      }
    }
    damaged.write(good, at, good.length - at);
    return damaged.readByteArray();
  }
}
