package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Receives a group's parts and hands on what they make. A repeated part counts as one value, a list
 * that may be empty.
 */
final class Group extends GroupConverter {

  private final GroupType file;
  private final Converter[] parts;
  private final @Nullable Object[] values;
  private final Function<@Nullable Object[], ? extends @Nullable Object> made;
  private final Consumer<@Nullable Object> sink;

  /** The lists that the repeated parts of the current group go to; empty for others. */
  private final List<List<@Nullable Object>> lists = new ArrayList<>();

  /** Makes the receiver of a part, which hands each value to its sink. */
  @FunctionalInterface
  interface Parts {
    Converter receiver(Type part, Consumer<@Nullable Object> sink);
  }

  /**
   * Makes a receiver.
   *
   * @param made makes the group's value of its parts' values; does not keep the array
   * @param sink takes the group's value at its end
   */
  Group(
      GroupType file,
      Parts parts,
      Function<@Nullable Object[], ? extends @Nullable Object> made,
      Consumer<@Nullable Object> sink) {
    this.file = file;
    this.parts = new Converter[file.getFieldCount()];
    this.values = new Object[file.getFieldCount()];
    this.made = made;
    this.sink = sink;
    for (int i = 0; i < file.getFieldCount(); i++) {
      int part = i;
      lists.add(List.of());
      this.parts[i] =
          parts.receiver(
              file.getType(i),
              repeated(i) ? value -> lists.get(part).add(value) : value -> values[part] = value);
    }
  }

  private boolean repeated(int part) {
    return file.getType(part).isRepetition(Type.Repetition.REPEATED);
  }

  @Override
  public Converter getConverter(int part) {
    return parts[part];
  }

  @Override
  public void start() {
    for (int i = 0; i < values.length; i++) {
      values[i] = null;
      if (repeated(i)) {
        lists.set(i, new ArrayList<>());
        values[i] = Collections.unmodifiableList(lists.get(i));
      }
    }
  }

  @Override
  public void end() {
    sink.accept(made.apply(values));
  }
}
