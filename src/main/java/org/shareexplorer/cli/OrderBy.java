package org.shareexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import picocli.CommandLine.Option;

/** What a command sorts rows by. */
final class OrderBy {

  private static final Pattern KEY =
      Pattern.compile(
          "\\s*(?:\"(?<quoted>(?:[^\"]|\"\")+)\"|(?<plain>[^\",]+?))"
              + "(?:\\s+(?<way>asc|desc))?\\s*(?<end>,|$)",
          Pattern.CASE_INSENSITIVE);

  @Option(
      names = "--order-by",
      paramLabel = "A,B DESC",
      description = {
        "Sort the whole table by these columns, from least to greatest or, with DESC, the other way round. NaN comes after all numbers, null last."
      })
  private @Nullable String keys;

  /** {@return the orders, the most important first} */
  List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    if (keys == null) {
      return orders;
    }
    Matcher matcher = KEY.matcher(keys);
    int at = 0;
    do {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new Problem(
                ProblemCode.QUESTION,
                "The columns to sort by are not understood.",
                "",
                "Write them such as: region, \"total amount\" DESC.")
            .asException();
      }
      String quoted = matcher.group("quoted");
      String name = quoted == null ? matcher.group("plain") : quoted.replace("\"\"", "\"");
      String way = Optional.ofNullable(matcher.group("way")).orElse("asc");
      orders.add(new Order(name.strip(), way.toLowerCase(Locale.ROOT).equals("desc")));
      at = matcher.end();
    } while (at < keys.length() || ",".equals(matcher.group("end")));
    return orders;
  }
}
