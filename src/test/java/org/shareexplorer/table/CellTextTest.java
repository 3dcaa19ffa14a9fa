package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  private static String shown(@Nullable Object value) {
    return CellText.display(value, ZURICH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5000.00|5000.00|5,000.00",
        "-1234567.10|-1234567.10|-1,234,567.10",
        "999.99|999.99|999.99",
        "99999999999999999999.999999999999999999|99999999999999999999.999999999999999999|99,999,999,999,999,999,999.999999999999999999",
        "0E-18|0.000000000000000000|0.000000000000000000"
      })
  void decimalsAreExactAndGroupedOnlyForPeople(String value, String plain, String shown) {
    assertThat(CellText.plain(new BigDecimal(value))).isEqualTo(plain);
    assertThat(shown(new BigDecimal(value))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0|1.0|1.0",
        "0.1|0.1|0.1",
        "12345678.9|12345678.9|12,345,678.9",
        "1.0E15|1000000000000000.0|1,000,000,000,000,000.0",
        "0.00005|0.00005|0.00005",
        "1.0E300|1.0E300|1.0E300",
        "4.9E-324|4.9E-324|4.9E-324",
        "-0.0|-0.0|-0.0",
        "NaN|NaN|NaN",
        "-Infinity|-Infinity|-Infinity"
      })
  void floatingNumbersAreShortAndReadable(double value, String plain, String shown) {
    assertThat(CellText.plain(value)).isEqualTo(plain);
    assertThat(shown(value)).isEqualTo(shown);
  }

  @Test
  void plainNumbersGiveBackTheVerySameNumber() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      float small = Float.intBitsToFloat(random.nextInt());
      assertThat(Double.valueOf(CellText.plain(value))).isEqualTo(Double.valueOf(value));
      assertThat(Float.valueOf(CellText.plain(small))).isEqualTo(Float.valueOf(small));
    }
  }

  @Test
  void wholeNumbersAreKeysAndNotGrouped() {
    assertThat(shown(1234567)).isEqualTo("1234567");
    assertThat(shown(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
  }

  @Test
  void timesAreShownInAZoneAndCopiedInUtc() {
    Instant at = Instant.parse("2024-07-01T22:30:00.120Z");
    assertThat(shown(at)).isEqualTo("2024-07-02 00:30:00.12");
    assertThat(CellText.plain(at)).isEqualTo("2024-07-01T22:30:00.12Z");
    assertThat(CellText.plain(Instant.parse("1969-12-31T23:59:59.999999Z")))
        .isEqualTo("1969-12-31T23:59:59.999999Z");
    LocalDateTime local = LocalDateTime.of(2024, 7, 1, 22, 30);
    assertThat(shown(local)).isEqualTo("2024-07-01 22:30:00");
    assertThat(CellText.plain(local)).isEqualTo("2024-07-01T22:30:00");
    assertThat(shown(LocalDate.of(1, 1, 1))).isEqualTo("0001-01-01");
    assertThat(shown(LocalDate.of(9999, 12, 31))).isEqualTo("9999-12-31");
  }

  @Test
  void nullIsEmptyAndTheWordNullIsItself() {
    assertThat(CellText.plain(null)).isEmpty();
    assertThat(shown(null)).isEmpty();
    assertThat(shown("null")).isEqualTo("null");
    assertThat(shown(" a\n")).isEqualTo(" a\n");
    assertThat(shown("x".repeat(5_000))).hasSize(1_001).endsWith("…");
    assertThat(CellText.plain("x".repeat(5_000))).hasSize(5_000);
    assertThat(shown(true)).isEqualTo("true");
  }

  @Test
  void binaryIsHexadecimalAndCutForPeople() {
    assertThat(CellText.plain(new Values.Bytes(new byte[] {0, -1, 16}))).isEqualTo("00FF10");
    assertThat(shown(new Values.Bytes(new byte[0]))).isEmpty();
    assertThat(CellText.plain(new Values.Bytes(new byte[5000]))).hasSize(10_000);
    assertThat(shown(new Values.Bytes(new byte[5000])))
        .isEqualTo("00".repeat(24) + "… (5,000 bytes)");
  }

  private static Object nested() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("a", 1);
    fields.put("b\"", null);
    fields.put("d", new BigDecimal("1.250"));
    fields.put("n", Double.NaN);
    fields.put("t", Instant.parse("2024-07-01T22:30:00Z"));
    fields.put("l", Arrays.asList("x\n", null));
    fields.put("m", Collections.singletonMap(1, LocalDate.of(2024, 1, 2)));
    fields.put("k", Map.of("key", true));
    return new Values.StructValue(fields);
  }

  @Test
  void nestedValuesAreCopiedAsJson() throws Exception {
    String json = CellText.plain(nested());
    assertThat(json)
        .isEqualTo(
            "{\"a\":1,\"b\\\"\":null,\"d\":1.250,\"n\":\"NaN\",\"t\":\"2024-07-01T22:30:00Z\","
                + "\"l\":[\"x\\n\",null],\"m\":[[1,\"2024-01-02\"]],\"k\":{\"key\":true}}");
    assertThat(new JsonMapper().readTree(json).size()).isEqualTo(8);
  }

  @Test
  void yearsAfter9999HaveNoSignWithinNestedValuesAsDatabasesReadThem() {
    assertThat(
            CellText.plain(
                List.of(
                    LocalDate.of(10_000, 1, 2),
                    Instant.parse("+10000-01-02T03:04:05Z"),
                    LocalDate.of(-1, 1, 2))))
        .isEqualTo("[\"10000-01-02\",\"10000-01-02T03:04:05Z\",\"-0001-01-02\"]");
  }

  @Test
  void nestedValuesAreShownWithAirAndCut() {
    assertThat(shown(nested())).startsWith("{\"a\": 1, ").contains("2024-07-02 00:30:00");
    assertThat(shown(Collections.nCopies(1_000_000, 7))).hasSize(301).endsWith("…");
    assertThat(shown(List.of("x".repeat(1_000_000)))).hasSize(301);
    assertThat(shown(List.of())).isEqualTo("[]");
  }

  @Test
  void whatCannotBeDecodedSaysWhy() {
    assertThat(shown(new Values.Undecodable("odd bytes"))).contains("odd bytes");
  }
}
