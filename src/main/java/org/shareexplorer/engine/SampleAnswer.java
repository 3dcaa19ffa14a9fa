package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.Figure.Certainty;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;

/** Computes a column's profile from values in memory, in the very way it is done from files. */
final class SampleAnswer {

  private static final String TABLE = "sample";

  private final Field column;
  private final Sampling.Sample sample;

  SampleAnswer(Field column, Sampling.Sample sample) {
    this.column = column;
    this.sample = sample;
  }

  ColumnProfile over(Session session) throws SQLException {
    session.run("CREATE TEMP TABLE " + TABLE + " (v VARCHAR)");
    session.fill(
        TABLE,
        into -> {
          for (Object value : sample.values()) {
            into.beginRow().append(text(value)).endRow();
          }
        });
    ColumnProfile profile =
        new ProfileAnswer(column)
            .of(session, "(SELECT " + value() + " AS c0 FROM " + TABLE + ")", sample.basis());
    return sample.basis() instanceof Basis.Sample ? qualified(profile) : profile;
  }

  private @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Values.Undecodable _ -> null;
      case Object there when !SqlText.comparable(column.type()) -> "true";
      case Number number when SqlText.floating(column.type()) -> number.toString();
      default -> CellText.plain(value);
    };
  }

  private String value() {
    DataType type = column.type();
    return type == Simple.STRING
        ? "v"
        : type == Simple.BINARY ? "unhex(v)" : "TRY_CAST(v AS " + SqlText.type(type) + ")";
  }

  /** What holds of some rows tells this much of all. */
  private static ColumnProfile qualified(ColumnProfile profile) {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    profile
        .figures()
        .forEach((measure, figure) -> {
          Certainty certainty =
              switch (measure) {
                case ROWS, NULLS, SUM -> null;
                case NOT_NUMBERS, DISTINCT, MAX -> Certainty.AT_LEAST;
                case MIN -> Certainty.AT_MOST;
                case NULL_SHARE, MEAN, DEVIATION, Q1, MEDIAN, Q3 -> Certainty.ESTIMATE;
              };
          if (certainty != null) {
            figures.put(measure, new Figure(figure.value(), certainty));
          }
        });
    return new ColumnProfile(
        profile.field(), profile.basis(), Map.copyOf(figures), profile.bins(), profile.top());
  }
}
