package org.shareexplorer.chart;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A place on an axis, as a person writes it: a number, or a day such as {@code 2024-03-01}. */
sealed interface Position {

  /** At a number. */
  record Of(double value) implements Position {}

  /** On a day. */
  record On(LocalDate day) implements Position {}

  /** {@return what a text means; empty if it is neither a number nor a day} */
  static Optional<Position> of(String text) {
    String plain = text.strip();
    if (plain.matches("\\d{4}-\\d{2}(-\\d{2})?")) {
      try {
        return Optional.of(new On(LocalDate.parse(plain.length() == 7 ? plain + "-01" : plain)));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    try {
      boolean share = plain.endsWith("%");
      double value =
          Double.parseDouble(
              (share ? plain.substring(0, plain.length() - 1) : plain).strip().replace(",", ""));
      return Double.isFinite(value)
          ? Optional.of(new Of(share ? value / 100 : value))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
