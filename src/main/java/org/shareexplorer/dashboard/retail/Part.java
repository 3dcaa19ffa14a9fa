package org.shareexplorer.dashboard.retail;

import java.util.List;

/** The two tables of a retail dashboard. */
public enum Part {
  /** A row for each customer. */
  CUSTOMERS("Customers", List.of("customer")),
  /** A row for each sale, or for each line of one. */
  SALES("Sales", List.of("sale"));

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> nouns;

  Part(String words, List<String> nouns) {
    this.words = words;
    this.nouns = nouns;
  }

  /** {@return what people call it} */
  public String words() {
    return words;
  }

  /** {@return words that tell nothing of its columns, as all of them are about that} */
  List<String> nouns() {
    return nouns;
  }

  /** {@return whether a table's name says that it is this one: 0 to 3} */
  int score(String table) {
    List<String> words = Words.of(table).all();
    if (words.stream().noneMatch(nouns::contains)) {
      return words.contains("revenue") && this == SALES ? 1 : 0;
    }
    boolean other =
        words.stream()
            .anyMatch(word ->
                List.of("customer", "sale", "product", "return", "refund", "target", "forecast")
                        .contains(word)
                    && !nouns.contains(word));
    return other ? 1 : words.stream().allMatch(this::plain) ? 3 : 2;
  }

  /** Words that stand in names of whole tables: sales_transactions, dim_customer. */
  private boolean plain(String word) {
    return nouns.contains(word)
        || List.of("dim", "fact", "fct", "all", "line", "detail", "data", "table", "master", "tbl")
            .contains(word);
  }
}
