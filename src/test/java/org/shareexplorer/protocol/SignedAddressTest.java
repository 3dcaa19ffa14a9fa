package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://h.example/b/day%3D1/part-1.parquet?X-Amz-Signature=canary,h.example/…/part-1.parquet",
    "https://h.example/part-1.parquet?sig=a/canary,h.example/…/part-1.parquet",
    "https://canary@h.example:8080/x,h.example:8080/…/x",
    "https://h.example/part-1.parquet&X-Amz-Signature=canary,h.example/…/part-1.parquet",
    "https://h.example?sig=canary,(address)",
    "s3://bucket/canary,(address)",
    "canary,(address)"
  })
  void printingAnAddressPrintsNothingThatOpensIt(String text, String printed) {
    assertThat(new SignedAddress(text)).hasToString(printed);
  }
}
