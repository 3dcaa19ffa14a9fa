package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.engine.Aggregate;

class FigureFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLAIN   | 1234567.89    | 1,234,567.89  | 1,234,567.89
          SHORT   | 1234567.89    | 1,234,567.89  | 1.23M
          SHORT   | 999999        | 999,999       | 1M
          SHORT   | -812345.5     | -812,345.5    | -812K
          SHORT   | 12.5          | 12.5          | 12.5
          PERCENT | 0.1425        | 14.25 %       | 14.25 %
          DOLLARS | 1234567.891   | $1,234,567.89 | $1,234,567.89
          DOLLARS | -3            | -$3.00        | -$3.00
          DOLLARS | 0.0042        | $0.0042       | $0.0042
          EUROS   | 0             | €0.00         | €0.00
          YEN     | 1234.6        | ¥1,235        | ¥1,235
          BYTES   | 999           | 999 B         | 999 B
          BYTES   | 1536000       | 1.536 MB      | 1.536 MB
          BYTES   | 4.5e16        | 45,000 TB     | 45,000 TB
          """)
  void figuresAreWrittenInFullAndBesideMarks(
      FigureFormat format, BigDecimal figure, String text, String label) {
    assertThat(format.text(figure)).isEqualTo(text);
    assertThat(format.label(figure)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLAIN   | 0.5; 1; 1.5                   | 0.5; 1; 1.5
          PLAIN   | 7; 7                          | 7; 7
          PLAIN   | 1e17; 2e17                    | 1E17; 2E17
          PLAIN   | 100000000000000; 1000000000000000 | 100,000,000,000,000; 1E15
          PLAIN   | 123456700000000000; 123456733333333333; 123456766666666666 | 1.234567E17; 1.23456733E17; 1.23456767E17
          PLAIN   | 9007199254740993; 9007199254740994; 9007199254740995 | 9.007199254740993E15; 9.007199254740994E15; 9.007199254740995E15
          PLAIN   | -1000.0012; -1000.0009; -1000.0006 | -1,000.0012; -1,000.0009; -1,000.0006
          PLAIN   | 0.0000100001; 0.0000100002; 0.0000100003 | 0.0000100001; 0.0000100002; 0.0000100003
          PLAIN   | 0.00001000000001; 0.00001000000002 | 1.000000001E-5; 1.000000002E-5
          PLAIN   | 1000.00001; 1000.00002; 2000 | 1,000.00001; 1,000.00002; 2,000
          DOLLARS | 1.001; 1.002; 1.003           | $1.001; $1.002; $1.003
          PERCENT | 0.25000001; 0.25000002        | 25.000001 %; 25.000002 %
          BYTES   | 1000000001; 1000000002        | 1,000,000,001 B; 1,000,000,002 B
          """)
  void edgesHaveTheDigitsThatTellThemApart(FigureFormat format, String edges, String texts) {
    assertThat(format.texts(Stream.of(edges.split("; ")).map(BigDecimal::new).toList()))
        .containsExactly(texts.split("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLAIN   | 0    | 1000   | 0, 500, 1,000
          DOLLARS | -1   | 1      | -$1, $0, $1
          DOLLARS | 0    | 1      | $0, $0.50, $1
          EUROS   | 0    | 1.0e6  | €0, €0.5M, €1M
          PERCENT | 0    | 0.1    | 0 %, 5 %, 10 %
          BYTES   | 0    | 3.0e9  | 0 B, 2 GB
          PLAIN   | 0    | 2.0e15 | 0, 1E15, 2E15
          PLAIN   | 9.00001e17 | 9.00002e17 | 9.00001E17, 9.000015E17, 9.00002E17
          PLAIN   | 9007199254740992 | 9007199254740994 | 9.007199254740992E15, 9.007199254740994E15
          PLAIN   | -1.00002e-5 | -1.00001e-5 | -1.00002E-5, -1.000015E-5, -1.00001E-5
          """)
  void axesAreLabelledAlike(FigureFormat format, double from, double to, String labels) {
    assertThat(
            String.join(
                ", ", format.ticks().over(from, to, 2).stream().map(Ticks.Tick::label).toList()))
        .isEqualTo(labels);
  }

  @Test
  void logarithmicAxesAreLabelledAlike() {
    assertThat(FigureFormat.PERCENT.decades().over(-2, 0, 3).stream().map(Ticks.Tick::label))
        .containsExactly("1 %", "10 %", "100 %");
    assertThat(FigureFormat.DOLLARS.decades().over(0, 2, 3))
        .hasSize(3)
        .last()
        .isEqualTo(new Ticks.Tick(2, "$100"));
  }

  @Test
  void whatIsNoNumberIsSaidAsEver() {
    assertThat(FigureFormat.DOLLARS.text((Object) null)).isEqualTo("no value");
    assertThat(FigureFormat.BYTES.text(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void countsAreNoMoney() {
    ChartSpec rows = new BarSpec("region", Quantity.ROWS);
    ChartSpec sum = new BarSpec("region", new Quantity(Aggregate.SUM, "amount"));
    assertThat(AnnotatedSpec.format(AnnotatedSpec.of(rows).written(FigureFormat.DOLLARS)))
        .isEqualTo(FigureFormat.PLAIN);
    assertThat(AnnotatedSpec.format(AnnotatedSpec.of(sum).written(FigureFormat.DOLLARS)))
        .isEqualTo(FigureFormat.DOLLARS);
    assertThat(AnnotatedSpec.of(sum).written(FigureFormat.PLAIN)).isEqualTo(sum);
  }

  @Test
  void figuresBesideEachOtherHaveEquallyManyDigits() {
    assertThat(Quantities.even(List.of("812,345.5", "640,210.25", "", "-7")))
        .containsExactly("812,345.50", "640,210.25", "", "-7.00");
    assertThat(Quantities.even(List.of("0.1234", "7"))).containsExactly("0.1234", "7");
    assertThat(Quantities.even(List.of("1.2E18", "7"))).containsExactly("1.2E18", "7");
    assertThat(Quantities.even(List.of("14.3 %", "5 %"))).containsExactly("14.3 %", "5.0 %");
    assertThat(Quantities.even(List.of("1.23M", "812K"))).containsExactly("1.23M", "812K");
  }

  @Test
  void longNamesKeepTheirEndsByWhichTheyDiffer() {
    String one = GroupName.shortened("A segment whose name is long, number 1", 120);
    assertThat(one).startsWith("A segment").contains("…").endsWith("ber 1");
    assertThat(GroupName.width(one)).isLessThanOrEqualTo(120);
    assertThat(GroupName.shortened("𝔸".repeat(300), 60)).matches("(𝔸)+…(𝔸)+");
  }
}
