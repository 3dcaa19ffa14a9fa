package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.SignedAddress;

class SnapshotsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "{\"numRecords\":3}|3",
        "{\"minValues\":{\"numRecords\":9,\"a\":[1]},\"numRecords\":4,\"x\":|4",
        "{\"numRecords\":0}|0",
        "{\"numRecords\":-1}|-",
        "{\"numRecords\":\"3\"}|-",
        "{\"numRecords\":1.5}|-",
        "{\"numRecords\":99999999999999999999}|-",
        "{\"numRecords\":null}|-",
        "{}|-",
        "[]|-",
        "garbage|-",
        "{\"numRecords\"|-"
      })
  void theNumberOfRowsIsTakenFromStatisticsAndNeverGuessed(
      String stats, @org.jspecify.annotations.Nullable Long rows) {
    DataFile file =
        Snapshots.file(
            new FileLine(
                "1",
                new SignedAddress("https://h/f"),
                7,
                Map.of(),
                Optional.of(stats),
                Long.MAX_VALUE,
                Optional.empty()));
    assertThat(file.rowCount())
        .isEqualTo(rows == null ? OptionalLong.empty() : OptionalLong.of(rows));
  }
}
