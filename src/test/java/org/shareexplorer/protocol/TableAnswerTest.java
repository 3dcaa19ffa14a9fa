package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.table.SchemaJson;

class TableAnswerTest {

  private final ServerProblems problems =
      new ServerProblems(
          ProfileReader.parse(
              "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://h\",\"bearerToken\":\"t0k3n\"}",
              "test"),
          Clock.systemUTC());

  private TableHead read(InputStream body, SharingClient.FileLines lines, Job job)
      throws IOException {
    return ((TableAnswer.Page)
            new TableAnswer(problems, "It failed.")
                .read(body, OptionalLong.of(1), false, lines, job))
        .head();
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A head and many files, made while they are read. */
  @SuppressWarnings("JdkObsolete") // What SequenceInputStream takes.
  private static InputStream files(int count) {
    var parts =
        IntStream.rangeClosed(0, count)
            .mapToObj(i ->
                text(
                    i == 0
                        ? ScriptedServer.PROTOCOL + ScriptedServer.META
                        : ScriptedServer.file("f" + i)))
            .iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return parts.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return parts.next();
          }
        });
  }

  @Test
  @Timeout(30)
  void aHundredThousandFilesPassThrough() throws IOException {
    AtomicLong bytes = new AtomicLong();
    read(files(100_000), line -> bytes.addAndGet(line.size()), Job.unattended());
    assertThat(bytes).hasValue(700_000);
  }

  @Test
  void aCancelledJobEndsTheReading() throws Exception {
    CountDownLatch halfWay = new CountDownLatch(1);
    try (Jobs jobs = new Jobs()) {
      Running<Long> running =
          jobs.start(job -> {
            read(
                files(Integer.MAX_VALUE - 1),
                line -> {
                  if (line.id().equals("f10000")) {
                    halfWay.countDown();
                  }
                },
                job);
            return 0L;
          });
      halfWay.await();
      running.cancel();
      assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  @Timeout(30)
  void aLineWithoutEndIsRefused() {
    InputStream endless =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    text(ScriptedServer.PROTOCOL),
                    new InputStream() {
                      @Override
                      public int read() {
                        return 'x';
                      }

                      @Override
                      public int read(byte[] buffer, int offset, int length) {
                        Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                        return length;
                      }
                    })));
    assertThatThrownBy(() -> read(endless, line -> {}, Job.unattended()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("far too long");
  }

  @Test
  void aWideSchemaIsOneLongLine() throws IOException {
    String schema =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "{\\\"name\\\":\\\"column_" + i + "\\\",\\\"type\\\":\\\"long\\\"}")
            .collect(Collectors.joining(","));
    String meta =
        ScriptedServer.META.replace("\\\"fields\\\":[]", "\\\"fields\\\":[" + schema + "]");
    assertThat(meta.length()).isGreaterThan(900_000);
    TableHead head = read(text(ScriptedServer.PROTOCOL + meta), line -> {}, Job.unattended());
    assertThat(SchemaJson.parse(head.schemaString())).hasSize(20_000);
  }
}
