package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.recorded.RecordedServer;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.SchemaJson;

/** Real answers, damaged by lot: whatever comes of them, it is a table or a problem. */
class MutationTest {

  private static final List<String> ANSWERS =
      List.of(
          "official/retail.demo.customers/query-none",
          "official/retail.demo.customers/query-end",
          "official/engine.types.all_types/query-delta-feat",
          "official/engine.dv.dv/query-delta-feat",
          "whitefox/retail.demo.customers/query-none");

  private final Random random = new Random(4711);

  @Test
  @Timeout(60)
  void damagedAnswersOfTablesAreProblemsAndNothingElse() {
    ServerProblems problems =
        new ServerProblems(
            ProfileReader.parse(
                "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://h\",\"bearerToken\":\"t0k3n\"}",
                "test"),
            Clock.systemUTC());
    List<byte[]> bodies =
        ANSWERS.stream()
            .map(name -> RecordedServer.body(name).getBytes(StandardCharsets.UTF_8))
            .toList();
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] body = damaged(bodies.get(i % bodies.size()));
      List<FileLine> lines = new ArrayList<>();
      try {
        TableHead head =
            new TableAnswer(problems, "It failed.")
                        .read(
                            new ByteArrayInputStream(body),
                            OptionalLong.of(1),
                            false,
                            lines::add,
                            Job.unattended())
                    instanceof TableAnswer.Page page
                ? page.head()
                : null;
        if (head != null) {
          show(head, lines);
          read++;
        }
      } catch (EOFException e) {
        assertThat(e.getMessage()).contains("middle of a line");
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (ProblemException e) {
        assertThat(e.problem().code()).isNotEqualTo(ProblemCode.BUG);
        assertThat(e.problem() + e.toString()).doesNotContain("X-Amz-Signature");
      }
    }
    assertThat(read).isBetween(500, 4_500);
  }

  @Test
  @Timeout(60)
  void damagedSchemasAreProblemsAndNothingElse() {
    byte[] schema =
        """
        {"type":"struct","fields":[{"name":"a","type":"decimal(10,2)","nullable":true,"metadata":{"comment":"x"}},
        {"name":"b","type":{"type":"array","elementType":{"type":"map","keyType":"string","valueType":"long","valueContainsNull":true},"containsNull":true},"nullable":false,"metadata":{}}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 30_000; i++) {
      try {
        assertThat(SchemaJson.parse(new String(damaged(schema), StandardCharsets.UTF_8)))
            .allMatch(field -> !field.type().text().isEmpty());
      } catch (ProblemException e) {
        assertThat(e.problem().code()).isEqualTo(ProblemCode.SERVER_ANSWER);
      }
    }
  }

  private static void show(TableHead head, List<FileLine> lines) {
    for (Field field : SchemaJson.parse(head.schemaString())) {
      for (FileLine line : lines) {
        Object value = PartitionValue.parse(line.partitionValues().get(field.name()), field.type());
        assertThat(CellText.plain(value)).isNotNull();
      }
    }
    assertThat(lines.toString()).doesNotContain("X-Amz-Signature");
  }

  private byte[] damaged(byte[] body) {
    Buffer damaged = new Buffer();
    int at = 0;
    int wounds = 1 + random.nextInt(3);
    for (int i = 0; i < wounds && at < body.length; i++) {
      int next = at + random.nextInt(body.length - at);
      damaged.write(body, at, next - at);
      at = next;
      switch (random.nextInt(5)) {
        case 0 -> at = Math.min(body.length, at + random.nextInt(30));
        case 1 -> damaged.writeByte(random.nextInt(256));
        case 2 ->
            damaged.writeUtf8(
                List.of("{", "}", "\"", "\n", "null", "-1", "[", "1e999").get(random.nextInt(8)));
        case 3 -> {
          damaged.writeByte("{}[]\":,0x\n".charAt(random.nextInt(10)));
          at = Math.min(body.length, at + 1);
        }
        default -> at = random.nextInt(3) == 0 ? body.length : at;
      }
    }
    damaged.write(body, at, body.length - at);
    return damaged.readByteArray();
  }
}
