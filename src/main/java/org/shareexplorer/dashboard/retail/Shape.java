package org.shareexplorer.dashboard.retail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;

/**
 * Which tables are those of customers and of sales, and what their columns are to a dashboard.
 * Immutable.
 *
 * @param tables the tables there are: one of them, or both
 * @param columns which column plays which role; roles that none plays are missing
 */
public record Shape(Map<Part, Candidate> tables, Map<Role, Field> columns) {

  private static final int NAMED = 60;
  private static final int SAME_KEY = 50;
  private static final int SAME_SCHEMA = 45;
  private static final int SAME_SHARE = 30;
  private static final int SAME_CONNECTION = 15;

  /** Copies what it is given, in the order of the roles. */
  public Shape {
    tables = Collections.unmodifiableMap(copy(Part.class, tables));
    columns = Collections.unmodifiableMap(copy(Role.class, columns));
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> keys, Map<K, V> map) {
    Map<K, V> copy = new EnumMap<>(keys);
    copy.putAll(map);
    return copy;
  }

  /**
   * {@return the likeliest tables among some: by their names, their columns' names and types, and
   * how well they go together; of two that are equally likely, the one named first} Empty if none
   * looks like customers or sales.
   */
  public static Optional<Shape> of(List<Candidate> candidates) {
    record Scored(Shape shape, int score) {}
    List<Scored> scored = new ArrayList<>();
    List<Candidate> customers = that(candidates, Part.CUSTOMERS);
    List<Candidate> sales = that(candidates, Part.SALES);
    for (Candidate one : customers) {
      Shape alone = none().with(Part.CUSTOMERS, one);
      scored.add(new Scored(alone, points(Part.CUSTOMERS, one)));
      for (Candidate other : sales) {
        if (!other.equals(one)) {
          Shape both = alone.with(Part.SALES, other);
          scored.add(
              new Scored(
                  both, points(Part.CUSTOMERS, one) + points(Part.SALES, other) + both.together()));
        }
      }
    }
    for (Candidate one : sales) {
      scored.add(new Scored(none().with(Part.SALES, one), points(Part.SALES, one)));
    }
    // Of equals, the greatest is the first.
    return scored.stream().max(Comparator.comparingInt(Scored::score)).map(Scored::shape);
  }

  private static List<Candidate> that(List<Candidate> candidates, Part part) {
    return candidates.stream()
        .filter(candidate -> looks(candidate, part))
        .sorted(
            Comparator.comparing((Candidate c) -> c.connection())
                .thenComparing(c -> c.table().name().text()))
        .toList();
  }

  /** {@return which part a table may be, told from it alone; empty if it is none} */
  public static Optional<Part> part(Candidate candidate) {
    return Arrays.stream(Part.values())
        .filter(part -> looks(candidate, part))
        .max(Comparator.comparingInt(part -> points(part, candidate)));
  }

  private static boolean looks(Candidate candidate, Part part) {
    Set<Role> roles = matched(part, candidate).keySet();
    int named = part.score(candidate.table().name().table());
    return switch (part) {
      case CUSTOMERS -> {
        Set<Role> sold = matched(Part.SALES, candidate).keySet();
        boolean sale = sold.contains(Role.AMOUNT) && sold.contains(Role.SOLD);
        yield roles.contains(Role.CUSTOMER)
            && (named >= 2 || !sale)
            && roles.size() >= (named > 0 ? 2 : 4);
      }
      case SALES ->
          roles.contains(Role.AMOUNT)
              && (named > 0
                  ? roles.contains(Role.BUYER)
                      || roles.contains(Role.SOLD)
                      || roles.contains(Role.PRODUCT)
                  : roles.contains(Role.BUYER) && roles.contains(Role.SOLD));
    };
  }

  private static int points(Part part, Candidate candidate) {
    return NAMED * part.score(candidate.table().name().table())
        + matched(part, candidate).entrySet().stream()
            .mapToInt(match -> match.getKey().score(match.getValue()).orElse(0))
            .sum();
  }

  /** How much speaks for the two tables belonging together. */
  private int together() {
    int points = joinable() && sameKey() ? SAME_KEY : 0;
    Candidate one = Objects.requireNonNull(tables.get(Part.CUSTOMERS));
    Candidate other = Objects.requireNonNull(tables.get(Part.SALES));
    if (!one.connection().equals(other.connection())) {
      return points;
    }
    TableName left = one.table().name();
    TableName right = other.table().name();
    return points
        + (!left.share().equals(right.share())
            ? SAME_CONNECTION
            : left.schema().equals(right.schema()) ? SAME_SCHEMA : SAME_SHARE);
  }

  private boolean sameKey() {
    return column(Role.BUYER).map(Field::type).equals(column(Role.CUSTOMER).map(Field::type));
  }

  private static Shape none() {
    return new Shape(Map.of(), Map.of());
  }

  /** The likeliest column of each role, each column once. */
  private static Map<Role, Field> matched(Part part, Candidate candidate) {
    record Match(Role role, Field field, int score) {}
    List<Match> matches = new ArrayList<>();
    for (Role role : Role.values()) {
      if (role.part() == part) {
        for (Field field : candidate.fields()) {
          OptionalInt score = role.score(field);
          score.ifPresent(points -> matches.add(new Match(role, field, points)));
        }
      }
    }
    // The sort is stable: of equals, the role and the column that come first.
    matches.sort(Comparator.comparingInt(Match::score).reversed());
    Map<Role, Field> columns = new EnumMap<>(Role.class);
    Set<String> taken = new HashSet<>();
    for (Match match : matches) {
      if (!columns.containsKey(match.role()) && taken.add(match.field().name())) {
        columns.put(match.role(), match.field());
      }
    }
    return columns;
  }

  /** {@return the same with another table, whose columns are matched by their names and types} */
  public Shape with(Part part, Candidate table) {
    Map<Part, Candidate> tables = copy(Part.class, this.tables);
    tables.put(part, table);
    Map<Role, Field> columns = copy(Role.class, this.columns);
    columns.keySet().removeIf(role -> role.part() == part);
    columns.putAll(matched(part, table));
    return new Shape(tables, columns);
  }

  /** {@return the same without a table} */
  public Shape without(Part part) {
    Map<Part, Candidate> tables = copy(Part.class, this.tables);
    tables.remove(part);
    Map<Role, Field> columns = copy(Role.class, this.columns);
    columns.keySet().removeIf(role -> role.part() == part);
    return new Shape(tables, columns);
  }

  /** {@return the same with another column in a role, or with none} */
  public Shape with(Role role, Optional<Field> column) {
    Map<Role, Field> columns = copy(Role.class, this.columns);
    columns.remove(role);
    column.ifPresent(field -> columns.put(role, field));
    return new Shape(tables, columns);
  }

  /** {@return the table of a part, if there is one} */
  public Optional<Candidate> table(Part part) {
    return Optional.ofNullable(tables.get(part));
  }

  /** {@return the column that plays a role, if there is one} */
  public Optional<Field> column(Role role) {
    return Optional.ofNullable(columns.get(role));
  }

  /** {@return whether all of these roles are played} */
  public boolean has(Role... roles) {
    return columns.keySet().containsAll(List.of(roles));
  }

  /** {@return whether sales can be put beside their customers} */
  public boolean joinable() {
    return has(Role.CUSTOMER, Role.BUYER);
  }

  /** {@return the roles that no column plays, those of tables that are missing among them} */
  public List<Role> missing() {
    return Arrays.stream(Role.values()).filter(role -> !columns.containsKey(role)).toList();
  }
}
