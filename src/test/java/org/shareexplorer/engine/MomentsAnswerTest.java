package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class MomentsAnswerTest extends QuestionsFixture {

  @Test
  void figuresAreThoseOfExactArithmetic() throws SQLException {
    Random random = new Random(31);
    for (double greatest : new double[] {1e-300, 1, 1e6, 1e300}) {
      List<Double> values = new ArrayList<>(List.of(greatest, -greatest / 3));
      for (int i = 0; i < 5_000; i++) {
        values.add(Math.exp(-20 * random.nextDouble()) * greatest * random.nextDouble());
      }
      Moments moments = of(values);
      BigDecimal sum = sum(values);
      BigDecimal count = BigDecimal.valueOf(values.size());
      BigDecimal mean = sum.divide(count, MathContext.DECIMAL128);
      BigDecimal squares = BigDecimal.ZERO;
      for (double value : values) {
        squares = squares.add(new BigDecimal(value).subtract(mean).pow(2), MathContext.DECIMAL128);
      }
      double deviation =
          squares
              .divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
              .sqrt(MathContext.DECIMAL128)
              .doubleValue();
      assertThat(moments.sum()).isEqualTo(BigDecimal.valueOf(sum.doubleValue()));
      assertThat(moments.mean()).isEqualTo(mean.doubleValue());
      assertThat(moments.deviation()).isCloseTo(deviation, within(deviation * 1e-15));
    }
  }

  @Test
  void theOrderOfValuesChangesNoDigit() throws SQLException {
    Random random = new Random(5);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      values.add(random.nextGaussian() * Math.exp(random.nextInt(20)));
    }
    Moments first = of(values);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(values, random);
      assertThat(of(values)).isEqualTo(first);
    }
  }

  @Test
  void whatIsLeftWhenGreatNumbersCancelIsNotLost() throws SQLException {
    assertThat(of(List.of(1e20, 3e-5, 1.0, -1e20)).sum()).isEqualTo(new BigDecimal("1.00003"));
    assertThat(of(List.of(0x1p60, 0x1p-60, -0x1p60)).mean()).isEqualTo(0x1p-60 / 3);
    assertThat(of(List.of(Double.MIN_VALUE, Double.MIN_VALUE)).sum())
        .isEqualTo(new BigDecimal("9.9E-324"));
    assertThat(of(List.of(-2.5, 2.5)).sum()).isEqualByComparingTo("0");
  }

  @Test
  void aSumThatNoDoubleHoldsIsNotTold() throws SQLException {
    Moments moments = of(List.of(Double.MAX_VALUE, Double.MAX_VALUE, 0.0));
    assertThat(moments.sum()).isNull();
    assertThat(moments.mean()).isEqualTo(Double.MAX_VALUE / 3 * 2);
  }

  private static BigDecimal sum(List<Double> values) {
    return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Moments of(List<Double> values) throws SQLException {
    Field x = field("x", Simple.DOUBLE);
    List<List<Double>> rows = values.stream().map(List::of).toList();
    return ask(new MomentsQuestion("x"), List.of(x), parquet.of(List.of(x), rows));
  }
}
