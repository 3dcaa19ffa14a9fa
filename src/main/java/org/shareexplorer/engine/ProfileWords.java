package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.ValueCount;

/** A profile in words. */
public final class ProfileWords {

  private final ZoneId zone;

  /** Words with instants in a zone. */
  public ProfileWords(ZoneId zone) {
    this.zone = zone;
  }

  /** {@return a figure as text, marked as what it is worth; empty if it is not known} */
  public String figure(ColumnProfile profile, Measure measure) {
    return profile.figure(measure).map(figure -> text(figure, measure)).orElse("");
  }

  /** {@return a figure as text, marked as what it is worth} */
  public String text(Figure figure, Measure measure) {
    String value =
        measure == Measure.NULL_SHARE
            ? share((Double) figure.value())
            : value(figure.value(), measure);
    return switch (figure.certainty()) {
      case EXACT -> value;
      case MILLISECONDS -> value;
      case AT_LEAST -> "≥ " + value;
      case AT_MOST -> "≤ " + value;
      case ESTIMATE -> "≈ " + value;
    };
  }

  private String value(Object value, Measure measure) {
    return switch (measure) {
      case MIN, MAX -> value(value);
      case ROWS, NULLS, NOT_NUMBERS, DISTINCT -> count((Long) value);
      case SUM ->
          CellText.display(
              value instanceof BigDecimal sum && sum.scale() < 0 ? sum.setScale(0) : value, zone);
      default -> number((Double) value);
    };
  }

  /** {@return a value of the column} */
  public String value(Object value) {
    return CellText.display(value, zone);
  }

  /** {@return a number in about six digits} */
  public static String number(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 0.001 || size >= 1e15)) {
      return String.format(Locale.ROOT, "%.4g", value);
    }
    return String.format(Locale.ROOT, size < 10 ? "%,.4f" : "%,.2f", value);
  }

  /** {@return a count with commas} */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@return a share as per cent, that is 0 or 100 only if it is just that} */
  public static String share(double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? "0 %" : "100 %";
    }
    double percent =
        BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP).doubleValue();
    return percent < 0.1
        ? "< 0.1 %"
        : percent > 99.9 ? "> 99.9 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** {@return the line in a column's head} */
  public String line(ColumnProfile profile) {
    List<String> parts = new ArrayList<>();
    boolean ranged = profile.field().type().numeric() || profile.field().type().temporal();
    Optional<Figure> min = profile.figure(Measure.MIN);
    Optional<Figure> max = profile.figure(Measure.MAX);
    if (ranged && min.isPresent() && max.isPresent()) {
      parts.add(value(min.get().value()) + " – " + value(max.get().value()));
    } else if (profile.figures().containsKey(Measure.DISTINCT)) {
      parts.add(figure(profile, Measure.DISTINCT) + " distinct");
    }
    profile
        .figure(Measure.NULL_SHARE)
        .ifPresent(nulls -> {
          if ((Double) nulls.value() > 0 || parts.isEmpty()) {
            parts.add(text(nulls, Measure.NULL_SHARE) + " null");
          }
        });
    return String.join(" · ", parts);
  }

  /** {@return what the figures are of} */
  public static String basis(ColumnProfile profile) {
    return switch (profile.basis()) {
      case Basis.Provider _ ->
          profile.figures().isEmpty()
              ? "The provider's statistics say nothing of this column."
              : "From the provider's statistics; no data was read.";
      case Basis.Sample(long rows, var of, boolean spread) ->
          (spread ? "A sample of " : "The first ")
              + count(rows)
              + (of.isPresent() ? " of " + count(of.getAsLong()) : "")
              + (spread
                  ? " rows, neighbours at "
                      + Sampling.RUNS
                      + " places: a gap may lie between those."
                  : " rows.")
              + " ≈ estimated from them, ≤ and ≥ as far as they reach.";
      case Basis.AllRows _ ->
          profile.figures().values().stream()
                  .anyMatch(figure -> figure.certainty() == Figure.Certainty.ESTIMATE)
              ? "All rows; ≈ is an estimate, as the values are too many to be told apart."
              : "All rows, exact.";
    };
  }

  /** {@return a bin and its count} */
  public String bin(Bin bin, boolean last) {
    return edge(bin.from())
        + " to "
        + (last ? "" : "below ")
        + edge(bin.to())
        + ": "
        + rows(bin.rows());
  }

  private String edge(Object edge) {
    return edge instanceof Double number
        ? number == Math.rint(number) && Math.abs(number) < 1e15
            ? String.format(Locale.ROOT, "%,.0f", number)
            : number(number)
        : value(edge);
  }

  /** {@return a value and its count} */
  public String top(ValueCount value) {
    String text = value(value.value());
    return (text.isEmpty() ? "(empty)" : text) + ": " + rows(value.rows());
  }

  private static String rows(long rows) {
    return count(rows) + (rows == 1 ? " row" : " rows");
  }

  /** {@return all figures, a line each, for a tooltip or to be copied} */
  public String all(ColumnProfile profile) {
    List<String> lines = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      if (profile.figures().containsKey(measure)) {
        lines.add(measure.label() + ": " + figure(profile, measure));
      }
    }
    lines.add(basis(profile));
    return String.join("\n", lines);
  }
}
