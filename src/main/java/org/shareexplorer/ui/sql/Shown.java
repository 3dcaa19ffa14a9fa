package org.shareexplorer.ui.sql;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * How the options of a box are shown.
 *
 * @param <T> what is chosen
 */
final class Shown<T> extends StringConverter<T> {

  private final Function<T, String> words;

  private Shown(Function<T, String> words) {
    this.words = words;
  }

  /** By words for each of them; nothing for none. */
  static <T> StringConverter<T> by(Function<T, String> words) {
    return new Shown<>(words);
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("nothing is typed into these boxes");
  }
}
