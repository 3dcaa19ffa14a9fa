package org.shareexplorer.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * A place in a dashboard's file, which says by its name what is wrong there.
 *
 * @param path its name, such as {@code tiles[2].width}; empty for the whole
 * @param node what stands there
 */
record JsonPlace(String path, JsonNode node) {

  static ProblemException malformed(String why) {
    return new Problem(
            ProblemCode.DASHBOARD_MALFORMED,
            "This is not a dashboard that can be opened.",
            why,
            "Correct the file, or ask for another one from whoever made it.")
        .asException();
  }

  static ProblemException newer(int format) {
    return new Problem(
            ProblemCode.DASHBOARD_UNSUPPORTED,
            "This dashboard was made by a newer Share Explorer.",
            "Its format is "
                + format
                + "; this application knows formats up to "
                + DashboardJson.FORMAT
                + ".",
            "Install the newest version, then open it again.")
        .asException();
  }

  ProblemException wrong(String why) {
    return malformed((path.isEmpty() ? "The whole" : "\"" + path + "\"") + " " + why);
  }

  JsonPlace object() {
    if (!node.isObject()) {
      throw wrong("must be an object, in braces.");
    }
    return this;
  }

  /** Refuses parts of other names. */
  void only(String... names) {
    object();
    Set<String> known = Set.of(names);
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw part(name).wrong("means nothing here.");
          }
        });
  }

  JsonPlace part(String name) {
    return new JsonPlace(path.isEmpty() ? name : path + "." + name, node.path(name));
  }

  Optional<JsonPlace> optional(String name) {
    return node.has(name) ? Optional.of(part(name)) : Optional.empty();
  }

  Map<String, JsonPlace> parts() {
    object();
    Map<String, JsonPlace> parts = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(name -> parts.put(name, part(name)));
    return parts;
  }

  List<JsonPlace> items() {
    if (!node.isArray()) {
      throw wrong("must be a list, in brackets.");
    }
    List<JsonPlace> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonPlace(path + "[" + i + "]", node.get(i)));
    }
    return items;
  }

  String text() {
    if (!node.isTextual()) {
      throw wrong(node.isMissingNode() ? "is missing." : "must be a text.");
    }
    return node.textValue();
  }

  /** A text that is not blank. */
  String words() {
    if (text().isBlank()) {
      throw wrong("must not be blank.");
    }
    return text();
  }

  int number(int least, int most) {
    if (!node.canConvertToExactIntegral()
        || !node.canConvertToInt()
        || node.intValue() < least
        || node.intValue() > most) {
      throw wrong(
          node.isMissingNode()
              ? "is missing."
              : "must be a whole number"
                  + (most == Integer.MAX_VALUE
                      ? ", " + least + " or more."
                      : " from " + least + " to " + most + "."));
    }
    return node.intValue();
  }

  OptionalLong version() {
    if (!node.canConvertToExactIntegral() || !node.canConvertToLong() || node.longValue() < 0) {
      throw wrong("must be a whole number, 0 or more.");
    }
    return OptionalLong.of(node.longValue());
  }
}
