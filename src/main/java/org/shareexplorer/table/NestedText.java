package org.shareexplorer.table;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes nested values as JSON. Maps become objects if all their keys are texts, else lists of
 * pairs. What JSON has no form for (dates, binary, NaN) becomes a text.
 */
final class NestedText {

  private static final String BREAK = "…";

  private final StringBuilder out = new StringBuilder();
  private final Optional<ZoneId> zone;
  private final int most;

  private NestedText(Optional<ZoneId> zone, int most) {
    this.zone = zone;
    this.most = most;
  }

  /** {@return the whole value as JSON} */
  static String json(Object value) {
    NestedText text = new NestedText(Optional.empty(), Integer.MAX_VALUE);
    text.write(value);
    return text.out.toString();
  }

  /**
   * {@return the value in the same form with air between its parts, cut after {@code most}
   * characters}
   */
  static String display(Object value, ZoneId zone, int most) {
    NestedText text = new NestedText(Optional.of(zone), most);
    text.write(value);
    return text.full() ? text.out.substring(0, most) + BREAK : text.out.toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Values.StructValue struct -> object(struct.fields());
      case Map<?, ?> map -> {
        if (map.keySet().stream().allMatch(String.class::isInstance)) {
          object(map);
        } else {
          list(map.entrySet().stream().<Object>map(NestedText::pair).toList());
        }
      }
      case List<?> list -> list(list);
      case Values.Variant(Object variant) -> write(variant);
      case Boolean bool -> out.append(bool);
      case Integer number -> out.append(number);
      case Long number -> out.append(number);
      case BigDecimal number -> out.append(number.toPlainString());
      case Double number when Double.isFinite(number) -> out.append(NumberText.of(number));
      case Float number when Float.isFinite(number) -> out.append(NumberText.of(number));
      default ->
          quoted(
              value instanceof String text
                  ? text
                  : zone.map(in -> CellText.display(value, in))
                      .orElseGet(() -> CellText.portable(value)));
    }
  }

  private static List<@Nullable Object> pair(Map.Entry<?, ?> entry) {
    List<@Nullable Object> pair = new ArrayList<>();
    pair.add(entry.getKey());
    pair.add(entry.getValue());
    return pair;
  }

  private void object(Map<?, ?> fields) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (full()) {
        return;
      }
      separate(first);
      first = false;
      quoted(String.valueOf(field.getKey()));
      out.append(zone.isPresent() ? ": " : ":");
      write(field.getValue());
    }
    out.append('}');
  }

  private void list(List<?> elements) {
    out.append('[');
    boolean first = true;
    for (Object element : elements) {
      if (full()) {
        return;
      }
      separate(first);
      first = false;
      write(element);
    }
    out.append(']');
  }

  private void separate(boolean first) {
    if (!first) {
      out.append(zone.isPresent() ? ", " : ",");
    }
  }

  private void quoted(String text) {
    int room = (int) Math.min(text.length(), (long) most + 1);
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text.substring(0, room), out);
    out.append('"');
  }

  private boolean full() {
    return out.length() > most;
  }
}
