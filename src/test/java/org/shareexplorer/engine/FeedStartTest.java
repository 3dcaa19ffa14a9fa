package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;

class FeedStartTest {

  private static final TableName TABLE = new TableName("s", "c", "t");

  private final AtomicInteger calls = new AtomicInteger();

  /** A server that gives changes from a version on. */
  private SharingClient server(long newest, long from, ProblemCode refusal) {
    return (SharingClient)
        Proxy.newProxyInstance(
            SharingClient.class.getClassLoader(),
            new Class<?>[] {SharingClient.class},
            (self, method, arguments) -> {
              calls.incrementAndGet();
              if (method.getName().equals("version")) {
                return newest;
              }
              ChangesQuery query = (ChangesQuery) arguments[1];
              if (query.from() instanceof AsOf.Version(long first) && first < from) {
                throw new Problem(refusal, "No.", "", "").asException();
              }
              return List.of();
            });
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9, 0", "9, 1", "9, 5", "9, 9", "1000000, 777777", "1, 1"})
  void theFirstVersionWithChangesIsFound(long newest, long from) {
    assertThat(
            FeedStart.find(
                server(newest, from, ProblemCode.NO_CHANGE_FEED), TABLE, Job.unattended()))
        .hasValue(from);
    assertThat(calls.get()).isLessThan(25);
    assertThat(
            FeedStart.find(server(newest, from, ProblemCode.NO_VERSION), TABLE, Job.unattended()))
        .hasValue(from);
  }

  @Test
  void aTableWithoutChangesHasNone() {
    assertThat(FeedStart.find(server(9, 10, ProblemCode.NO_CHANGE_FEED), TABLE, Job.unattended()))
        .isEmpty();
    assertThat(calls.get()).isEqualTo(3);
  }
}
