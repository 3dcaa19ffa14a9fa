package org.shareexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.recorded.RecordedServer;

/** Answers are handed on while they arrive. */
class StreamingTest {

  private static final int FILES = 100_000;

  @Test
  @Timeout(60)
  void theFirstOfAHundredThousandFilesIsHandedOnBeforeTheOthersAreSent() {
    CountDownLatch first = new CountDownLatch(1);
    try (RawServer server =
            new RawServer((request, socket) -> {
              OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
              out.write(RawServer.head(200, "Delta-Table-Version: 3\r\n"));
              RecordedServer.body("official/retail.demo.customers/metadata-none")
                  .lines()
                  .forEach(line -> write(out, line));
              write(out, file(0));
              out.flush();
              first.await();
              for (int i = 1; i < FILES; i++) {
                write(out, file(i));
              }
              out.flush();
              socket.shutdownOutput();
            });
        Http http = new Http()) {
      SharingClient client =
          new SharingClients(http, Clock.systemUTC())
              .of(
                  ProfileReader.parse(
                      "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s\",\"bearerToken\":\"t0k3n\"}"
                          .formatted(server.origin()),
                      "test"));
      AtomicInteger count = new AtomicInteger();
      client.query(
          new TableName("s", "c", "t"),
          TableQuery.LATEST,
          line -> {
            count.incrementAndGet();
            first.countDown();
          },
          Job.unattended());
      assertThat(count).hasValue(FILES);
    }
  }

  private static String file(int number) {
    return "{\"file\":{\"url\":\"https://x.example/%d\",\"id\":\"%d\",\"partitionValues\":{},\"size\":7}}"
        .formatted(number, number);
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
