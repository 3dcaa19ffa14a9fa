package org.shareexplorer.provider.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.provider.delta.Column;
import org.shareexplorer.provider.delta.ColumnType.Decimal;
import org.shareexplorer.provider.delta.ColumnType.Simple;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.Row;
import org.shareexplorer.provider.delta.TablePlan;

/**
 * The table {@code price_list}: what the shop offers, small, but with a history. Its versions
 * insert, update and delete rows, and say so in a change feed.
 */
final class PriceList {

  private static final long SEED = 20250901;
  private static final List<Product> PRODUCTS = List.of(Product.values());
  private static final List<String> COLOURS = List.of("black", "white", "blue", "green", "grey");

  private static final List<Column> COLUMNS =
      List.of(
          new Column("item_id", Simple.INTEGER, "Number of the item"),
          new Column("product_name", Simple.STRING, "What it is"),
          new Column("colour", Simple.STRING, "Its colour"),
          new Column("price", new Decimal(10, 2), "Price of a piece in EUR"),
          new Column("stock", Simple.INTEGER, "Pieces in the store"),
          new Column("note", Simple.STRING, "What customers are told, if anything"),
          new Column("valid_from", Simple.DATE, "Day from which the price holds"));

  private record Item(
      int id,
      String product,
      String colour,
      int cents,
      int stock,
      @Nullable String note,
      LocalDate since) {

    Item priced(int percent, @Nullable String why, LocalDate day) {
      return new Item(id, product, colour, cents * percent / 1_000 * 10, stock, why, day);
    }

    Item stocked(int pieces) {
      return new Item(id, product, colour, cents, pieces, note, since);
    }
  }

  private record Changed(Item item, String type) {}

  private final Chance chance = new Chance(SEED);
  private final List<TablePlan.Commit> commits = new ArrayList<>();
  private List<Item> items = List.of();
  private List<String> parts = List.of();
  private int nextId = 501;

  private PriceList() {}

  /** {@return the table, of seven versions} */
  static TablePlan plan() {
    PriceList list = new PriceList();
    list.make();
    return new TablePlan(
        "external_retail/retail/price_list",
        "Items on offer; the table records its changes",
        COLUMNS,
        List.of(),
        List.copyOf(list.commits),
        true);
  }

  private void make() {
    append(LocalDate.of(2025, 9, 1), made(PRODUCTS.size() * 4, LocalDate.of(2025, 9, 1)));
    LocalDate october = LocalDate.of(2025, 10, 6);
    change("UPDATE", october, 0.2, item -> item.priced(105, null, october), 0, 0);
    append(LocalDate.of(2025, 11, 3), made(PRODUCTS.size(), LocalDate.of(2025, 11, 3)));
    LocalDate sale = LocalDate.of(2025, 11, 28);
    change("UPDATE", sale, 0.3, item -> item.priced(80, "Black Friday", sale), 0, 0);
    change("DELETE", LocalDate.of(2026, 1, 5), 0, UnaryOperator.identity(), 0.08, 0);
    LocalDate february = LocalDate.of(2026, 2, 2);
    change("MERGE", february, 0.15, item -> item.priced(110, null, february), 0.03, 6);
    change("UPDATE", LocalDate.of(2026, 3, 2), 0.4, item -> item.stocked(chance.below(400)), 0, 0);
  }

  private List<Item> made(int count, LocalDate day) {
    List<Item> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Product product = PRODUCTS.get(i % PRODUCTS.size());
      int id = nextId++;
      made.add(
          new Item(
              id,
              product.label(),
              COLOURS.get(id / PRODUCTS.size() % COLOURS.size()),
              product.cents(day.getYear(), 0),
              20 + chance.below(300),
              null,
              day));
    }
    return made;
  }

  private void append(LocalDate day, List<Item> more) {
    TablePlan.Part part = part(more);
    commits.add(new TablePlan.Commit(at(day), "WRITE", List.of(part), List.of()));
    items = joined(items, more);
    parts = joined(parts, List.of(part.name()));
  }

  /** Rewrites the table, as writers do that change rows in their midst. */
  private void change(
      String operation,
      LocalDate day,
      double updates,
      UnaryOperator<Item> update,
      double deletes,
      int inserts) {
    List<Item> left = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    for (Item item : items) {
      if (chance.happens(deletes)) {
        changed.add(new Changed(item, "delete"));
      } else if (chance.happens(updates)) {
        Item updated = update.apply(item);
        changed.add(new Changed(item, "update_preimage"));
        changed.add(new Changed(updated, "update_postimage"));
        left.add(updated);
      } else {
        left.add(item);
      }
    }
    for (Item item : made(inserts, day)) {
      changed.add(new Changed(item, "insert"));
      left.add(item);
    }
    TablePlan.Part part = part(left);
    commits.add(
        new TablePlan.Commit(
            at(day),
            operation,
            List.of(part),
            parts,
            List.of(
                new TablePlan.Part(
                    "cdc-%05d".formatted(commits.size()),
                    Map.of(),
                    changed.size(),
                    () -> changed(changed),
                    true))));
    items = left;
    parts = List.of(part.name());
  }

  private TablePlan.Part part(List<Item> rows) {
    return new TablePlan.Part(
        "part-%05d".formatted(commits.size()), Map.of(), rows.size(), () -> rows(rows));
  }

  private static Instant at(LocalDate day) {
    return day.atTime(6, 30).toInstant(ZoneOffset.UTC);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static RowSource rows(List<Item> items) {
    var left = items.iterator();
    return row -> write(row, left.next());
  }

  private static RowSource changed(List<Changed> rows) {
    var left = rows.iterator();
    return row -> {
      Changed next = left.next();
      write(row, next.item());
      row.text(next.type());
    };
  }

  private static void write(Row row, Item item) {
    row.number(item.id());
    row.text(item.product());
    row.text(item.colour());
    row.decimal((long) item.cents());
    row.number(item.stock());
    row.text(item.note());
    row.date((int) item.since().toEpochDay());
  }
}
