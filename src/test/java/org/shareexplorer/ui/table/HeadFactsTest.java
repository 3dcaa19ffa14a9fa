package org.shareexplorer.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Snapshot;

/** What is said of a version beside a table's name. */
class HeadFactsTest {

  private static final Instant MADE = Instant.parse("2026-05-03T10:00:00Z");

  private static String said(OptionalLong timestamp, AsOf asOf) {
    TableHead head =
        new TableHead(
            3,
            ResponseFormat.PARQUET,
            1,
            Set.of(),
            "id",
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            Map.of(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            timestamp);
    return HeadFacts.version(
        new Snapshot(new TableName("s", "c", "t"), head, List.of(), List.of()),
        OptionalLong.of(7),
        asOf,
        ZoneOffset.UTC);
  }

  @Test
  void aVersionOpenedByItsNumberSaysWhenItWasMadeWhereThatIsKnown() {
    OptionalLong made = OptionalLong.of(MADE.toEpochMilli());
    assertThat(said(made, AsOf.version(3))).startsWith("version 3 of 7, made 3 May 2026 10:00");
    assertThat(said(OptionalLong.empty(), AsOf.version(3))).isEqualTo("version 3 of 7");
    assertThat(said(made, AsOf.time(MADE.plusSeconds(3_600))))
        .startsWith("version 3 of 7, as of 3 May 2026 11:00");
    assertThat(said(made, AsOf.LATEST)).isEqualTo("version 3 of 7");
  }
}
