package org.shareexplorer.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * Sensible first charts for a table, told from its columns' names and types alone, so that nothing
 * need be read to choose them.
 */
public final class ChartSuggestions {

  private static final Pattern KEY =
      words(
          "id|ids|key|code|zip|postcode|phone|latitude|longitude|lat|lon|lng|index|hash|year|month|day|hour");
  private static final Pattern AMOUNT =
      words(
          "amount|total|revenue|sales|cost|fare|value|paid|payment|income|spend|turnover|profit|gross|net");
  private static final Pattern MEASURE =
      words(
          "price|rate|tip|tax|fee|discount|score|distance|miles|km|duration|minutes|seconds|quantity|qty|weight|age|size|speed|temperature");
  private static final Pattern GROUP =
      words(
          "segment|region|category|type|kind|status|channel|class|tier|group|gender|department|borough|zone|sector|industry|state|level|vendor|method|country|product|brand|flag|plan");
  private static final Pattern FREE_TEXT =
      words(
          "name|email|mail|address|description|comment|comments|note|notes|url|uri|title|text|phone|id|uuid|key|hash|first|last|street");
  private static final Pattern EVENT =
      words(
          "date|day|ordered|transaction|pickup|start|event|sale|sold|order|created|time|timestamp");
  private static final Pattern RATIO =
      words("price|rate|score|age|speed|temperature|percent|pct|ratio|average|mean|avg");
  private static final Pattern UPKEEP =
      words("updated|modified|loaded|ingested|deleted|expiry|expires|birth|dob");

  private ChartSuggestions() {}

  /** {@return up to four charts, the most telling first; none if no column can be drawn} */
  public static List<ChartSpec> of(List<Field> fields) {
    List<Field> values = values(fields);
    List<Field> groups = groups(fields);
    List<Field> times = times(fields);
    List<ChartSpec> charts = new ArrayList<>();
    if (!values.isEmpty()) {
      String value = values.getFirst().name();
      charts.add(new HistogramSpec(value));
      charts.add(new BoxPlotSpec(value, groups.isEmpty() ? null : groups.getFirst().name()));
    }
    if (!times.isEmpty()) {
      String time = times.getFirst().name();
      charts.add(
          values.isEmpty()
              ? new TimeSeriesSpec(time, Bucket.MONTH, Aggregate.COUNT, null)
              : new TimeSeriesSpec(
                  time,
                  Bucket.MONTH,
                  RATIO.matcher(split(values.getFirst())).find() ? Aggregate.MEAN : Aggregate.SUM,
                  values.getFirst().name()));
      if (values.isEmpty()) {
        charts.add(new TimeSeriesSpec(time, Bucket.QUARTER, Aggregate.COUNT, null));
      }
    }
    if (!groups.isEmpty()) {
      // The second group, if there is one: the first has its boxes already.
      String group = groups.get(values.isEmpty() || groups.size() < 2 ? 0 : 1).name();
      charts.add(
          new BarSpec(
              group,
              values.isEmpty()
                  ? Quantity.ROWS
                  : new Quantity(
                      RATIO.matcher(split(values.getFirst())).find()
                          ? Aggregate.MEAN
                          : Aggregate.SUM,
                      values.getFirst().name())));
    } else if (values.size() > 1) {
      charts.add(new HistogramSpec(values.get(1).name()));
    }
    return List.copyOf(charts);
  }

  /** {@return numeric columns that measure something, amounts first} */
  public static List<Field> values(List<Field> fields) {
    return best(
        fields.stream()
            .filter(field -> field.type().numeric() && !KEY.matcher(split(field)).find())
            .toList(),
        field -> {
          String name = split(field);
          int score = AMOUNT.matcher(name).find() ? 4 : MEASURE.matcher(name).find() ? 2 : 0;
          boolean whole =
              field.type() == Simple.BYTE
                  || field.type() == Simple.SHORT
                  || field.type() == Simple.INTEGER
                  || field.type() == Simple.LONG;
          return score * 2 + (whole ? 0 : 1) + (name.contains("total") ? 1 : 0);
        });
  }

  /** {@return columns by which rows look to fall into few groups, the likeliest first} */
  public static List<Field> groups(List<Field> fields) {
    return best(
        fields.stream()
            .filter(field -> field.type() == Simple.STRING || field.type() == Simple.BOOLEAN)
            .filter(field ->
                GROUP.matcher(split(field)).find() || !FREE_TEXT.matcher(split(field)).find())
            .toList(),
        field -> {
          String name = split(field);
          int score = GROUP.matcher(name).find() ? 2 : 0;
          return score * 2
              - (FREE_TEXT.matcher(name).find() ? 1 : 0)
              + (field.type() == Simple.STRING ? 1 : 0);
        });
  }

  /** {@return columns of dates and times, the likeliest to order events first} */
  public static List<Field> times(List<Field> fields) {
    return best(
        fields.stream().filter(field -> field.type().temporal()).toList(),
        field -> {
          String name = split(field);
          return (EVENT.matcher(name).find() ? 2 : 0)
              - (UPKEEP.matcher(name).find() ? 4 : 0)
              + (field.type() == Simple.DATE ? 1 : 0);
        });
  }

  private static List<Field> best(
      List<Field> fields, java.util.function.ToIntFunction<Field> score) {
    // The sort is stable: among equals, the table's own order stays.
    return fields.stream().sorted(Comparator.comparingInt(score).reversed()).toList();
  }

  /** A name's words parted by spaces: unitPrice and unit_price alike. */
  private static String split(Field field) {
    return field
        .name()
        .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b");
  }
}
