package org.shareexplorer.workspace.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNumberTest {

  private static ReleaseNumber number(String text) {
    return ReleaseNumber.of(text).orElseThrow();
  }

  @Test
  void comesInTheOrderOfSemanticVersioning() {
    List<ReleaseNumber> ordered =
        java.util.stream.Stream.of(
                // The example of section 11 of the standard, with neighbours.
                "0.1.0",
                "0.9",
                "0.10.0",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2",
                "1.2.0.1",
                "2.0.0-SNAPSHOT",
                "2",
                "10.0",
                "99999999999999999999.0")
            .map(ReleaseNumberTest::number)
            .toList();
    List<ReleaseNumber> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void sameNumbersAreEqualHoweverTheyAreWritten() {
    assertThat(number("v1.2.0+build.5")).isEqualTo(number("1.2")).hasSameHashCodeAs(number("1.2"));
    assertThat(number("v1.2.0")).isEqualByComparingTo(number("1.2"));
    assertThat(number(" v1.2.0 ").text()).isEqualTo("1.2.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "development",
        "latest",
        "1.",
        ".1",
        "1..2",
        "v",
        "1.2-",
        "1.2 3",
        "-1",
        "1.2\n3",
        "<b>1</b>",
        "1.1.1.1.1.1.1",
        "1111111111111111111111111111111111111111111111111111111111111"
      })
  void whatIsNoNumberIsNone(String text) {
    assertThat(ReleaseNumber.of(text)).isEmpty();
  }
}
