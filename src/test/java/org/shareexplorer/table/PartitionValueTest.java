package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartitionValueTest {

  @ParameterizedTest
  @EnumSource(DataType.Simple.class)
  void nullAndTheEmptyTextAreNullForEveryType(DataType.Simple type) {
    assertThat(PartitionValue.parse(null, type)).isNull();
    assertThat(PartitionValue.parse("", type)).isNull();
  }

  @Test
  void textsBecomeValuesOfTheType() {
    assertThat(PartitionValue.parse("7", DataType.Simple.BYTE)).isEqualTo(7);
    assertThat(PartitionValue.parse("-32768", DataType.Simple.SHORT)).isEqualTo(-32768);
    assertThat(PartitionValue.parse("7", DataType.Simple.INTEGER)).isEqualTo(7);
    assertThat(PartitionValue.parse("9007199254740993", DataType.Simple.LONG))
        .isEqualTo(9007199254740993L);
    assertThat(PartitionValue.parse("NaN", DataType.Simple.DOUBLE)).isEqualTo(Double.NaN);
    assertThat(PartitionValue.parse("-Infinity", DataType.Simple.FLOAT))
        .isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(PartitionValue.parse("true", DataType.Simple.BOOLEAN)).isEqualTo(true);
    assertThat(PartitionValue.parse("False", DataType.Simple.BOOLEAN)).isEqualTo(false);
    assertThat(PartitionValue.parse("1.5", new DataType.Decimal(10, 2)))
        .isEqualTo(new BigDecimal("1.50"));
    assertThat(PartitionValue.parse(" a%20b ", DataType.Simple.STRING)).isEqualTo(" a%20b ");
    assertThat(PartitionValue.parse("\u0001A", DataType.Simple.BINARY))
        .isEqualTo(new Values.Bytes(new byte[] {1, 65}));
    assertThat(PartitionValue.parse("2024-02-29", DataType.Simple.DATE))
        .isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(PartitionValue.parse("2024-2-9", DataType.Simple.DATE))
        .isEqualTo(LocalDate.of(2024, 2, 9));
    assertThat(PartitionValue.parse("0001-01-01", DataType.Simple.DATE))
        .isEqualTo(LocalDate.of(1, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29 12:34:56,2024-02-29T12:34:56Z",
    "2024-02-29 12:34:56.123456,2024-02-29T12:34:56.123456Z",
    "2024-02-29T12:34:56.5Z,2024-02-29T12:34:56.500Z",
    "2024-02-29T12:34:56+01:00,2024-02-29T11:34:56Z"
  })
  void timesComeInTwoForms(String text, Instant expected) {
    assertThat(PartitionValue.parse(text, DataType.Simple.TIMESTAMP)).isEqualTo(expected);
  }

  @Test
  void aTimeWithoutZoneKeepsItsClock() {
    assertThat(PartitionValue.parse("2024-02-29 12:34:56.1", DataType.Simple.TIMESTAMP_NTZ))
        .isEqualTo(LocalDateTime.of(2024, 2, 29, 12, 34, 56, 100_000_000));
  }

  @Test
  void whatIsNoneOfTheTypeIsUndecodableAndNeverAnotherValue() {
    assertThat(PartitionValue.parse("300", DataType.Simple.BYTE))
        .isInstanceOf(Values.Undecodable.class);
    assertThat(PartitionValue.parse("1.255", new DataType.Decimal(10, 2)))
        .isInstanceOf(Values.Undecodable.class);
    assertThat(PartitionValue.parse("1e999999999", new DataType.Decimal(38, 2)))
        .isInstanceOf(Values.Undecodable.class);
    assertThat(PartitionValue.parse("yes", DataType.Simple.BOOLEAN))
        .isInstanceOf(Values.Undecodable.class);
    assertThat(PartitionValue.parse("2023-02-29", DataType.Simple.DATE))
        .isInstanceOf(Values.Undecodable.class);
    assertThat(PartitionValue.parse("x", new DataType.Unknown("y")))
        .isInstanceOf(Values.Undecodable.class);
  }
}
