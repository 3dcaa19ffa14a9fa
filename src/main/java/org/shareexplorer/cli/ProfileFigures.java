package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.engine.Figure;
import org.shareexplorer.engine.Measure;
import org.shareexplorer.engine.ProfileWords;
import org.shareexplorer.export.JsonCell;
import org.shareexplorer.table.ValueCount;

/**
 * Columns' profiles, as text and as JSON.
 *
 * @param profiles a profile per column
 */
record ProfileFigures(List<ColumnProfile> profiles) {

  private static final List<Measure> SHOWN =
      List.of(
          Measure.NULLS,
          Measure.NULL_SHARE,
          Measure.DISTINCT,
          Measure.MIN,
          Measure.Q1,
          Measure.MEDIAN,
          Measure.MEAN,
          Measure.Q3,
          Measure.MAX,
          Measure.DEVIATION);

  private static final Map<Measure, String> NAMES =
      Map.ofEntries(
          Map.entry(Measure.ROWS, "rows"),
          Map.entry(Measure.NULLS, "nulls"),
          Map.entry(Measure.NULL_SHARE, "nullShare"),
          Map.entry(Measure.NOT_NUMBERS, "notNumbers"),
          Map.entry(Measure.DISTINCT, "distinct"),
          Map.entry(Measure.MIN, "min"),
          Map.entry(Measure.Q1, "q1"),
          Map.entry(Measure.MEDIAN, "median"),
          Map.entry(Measure.MEAN, "mean"),
          Map.entry(Measure.Q3, "q3"),
          Map.entry(Measure.MAX, "max"),
          Map.entry(Measure.DEVIATION, "deviation"),
          Map.entry(Measure.SUM, "sum"));

  void text(Terminal terminal) {
    ProfileWords words = new ProfileWords(terminal.zone());
    List<TextTable.Column> heads = new ArrayList<>();
    heads.add(TextTable.Column.left("column"));
    SHOWN.forEach(measure -> heads.add(TextTable.Column.right(measure.label())));
    heads.add(TextTable.Column.left("of"));
    heads.add(TextTable.Column.left("most frequent"));
    TextTable table = new TextTable(heads);
    for (ColumnProfile profile : profiles) {
      List<String> cells = new ArrayList<>();
      cells.add(profile.field().name());
      SHOWN.forEach(measure -> cells.add(words.figure(profile, measure)));
      cells.add(of(profile.basis()));
      cells.add(profile.top().stream().findFirst().map(words::top).orElse(""));
      table.row(cells);
    }
    table.layout(terminal.width()).lines().forEach(terminal::print);
    terminal.print("");
    Stream.concat(
            profiles.stream().map(ProfileWords::basis).distinct().limit(3), Stream.of(definition()))
        .filter(line -> !line.isEmpty())
        .forEach(terminal::print);
  }

  private String definition() {
    return profiles.stream().anyMatch(p -> p.figures().containsKey(Measure.DEVIATION))
        ? "Quartiles interpolate linearly; the deviation is a sample's (n - 1)."
        : "";
  }

  private static String of(Basis basis) {
    return switch (basis) {
      case Basis.Provider _ -> "provider's statistics";
      case Basis.Sample(long rows, var _, var _) -> ProfileWords.count(rows) + " rows";
      case Basis.AllRows _ -> "all rows";
    };
  }

  void json(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("columns");
    for (ColumnProfile profile : profiles) {
      json.writeStartObject();
      json.writeStringField("name", profile.field().name());
      json.writeStringField("type", profile.field().type().text());
      basis(json, profile.basis());
      json.writeObjectFieldStart("figures");
      for (Measure measure : Measure.values()) {
        Figure figure = profile.figures().get(measure);
        if (figure != null) {
          json.writeObjectFieldStart(NAMES.getOrDefault(measure, measure.name()));
          Json.figure(json, "value", figure.value());
          json.writeStringField(
              "certainty", figure.certainty().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          json.writeEndObject();
        }
      }
      json.writeEndObject();
      bins(json, profile.bins());
      json.writeArrayFieldStart("top");
      for (ValueCount value : profile.top()) {
        json.writeStartObject();
        json.writeFieldName("value");
        JsonCell.write(json, value.value());
        json.writeNumberField("rows", value.rows());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void basis(JsonGenerator json, Basis basis) throws IOException {
    switch (basis) {
      case Basis.Provider _ -> json.writeStringField("basis", "provider");
      case Basis.AllRows _ -> json.writeStringField("basis", "all-rows");
      case Basis.Sample sample -> {
        json.writeStringField("basis", sample.spread() ? "sample" : "first-rows");
        json.writeNumberField("sampledRows", sample.rows());
      }
    }
  }

  private static void bins(JsonGenerator json, List<Bin> bins) throws IOException {
    json.writeArrayFieldStart("bins");
    for (Bin bin : bins) {
      json.writeStartObject();
      Json.figure(json, "from", bin.from());
      Json.figure(json, "to", bin.to());
      json.writeNumberField("rows", bin.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
