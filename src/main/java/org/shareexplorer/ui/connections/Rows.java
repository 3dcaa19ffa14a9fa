package org.shareexplorer.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.problem.ProblemCode;

/** Writes a tree down line by line, as far as it is open or matches a filter. */
final class Rows {

  private final List<Row> rows = new ArrayList<>();
  private final String filter;

  private Rows(String filter) {
    this.filter = filter;
  }

  /**
   * {@return the lines of a tree}
   *
   * @param filter what names must contain; blank for everything
   * @param searching whether the rest of the tree is being loaded
   */
  static List<Row> of(List<Entry> roots, String filter, boolean searching) {
    Rows lines = new Rows(filter.strip().toLowerCase(Locale.ROOT));
    if (lines.filter.isEmpty()) {
      roots.forEach(root -> lines.open(root, 0));
      return lines.rows;
    }
    roots.forEach(root -> lines.matching(root, 0));
    if (lines.rows.isEmpty() && !searching) {
      lines.rows.add(new Row(Row.Kind.NO_MATCH, null, 0));
    }
    if (searching) {
      lines.rows.add(new Row(Row.Kind.SEARCHING, null, 0));
    } else if (roots.stream().anyMatch(Entry::incomplete)) {
      lines.rows.add(new Row(Row.Kind.SEARCH_ALL, null, 0));
    }
    return lines.rows;
  }

  private void open(Entry entry, int depth) {
    rows.add(new Row(Row.Kind.ENTRY, entry, depth));
    if (entry.open && !entry.leaf()) {
      below(entry, depth + 1);
    }
  }

  private void below(Entry entry, int depth) {
    switch (entry.state) {
      case UNASKED -> {}
      case LOADING -> {
        if (entry.children.isEmpty()) {
          rows.add(new Row(Row.Kind.LOADING, entry, depth));
        } else {
          entry.below().forEach(child -> open(child, depth));
        }
      }
      case LOADED -> {
        if (entry.children.isEmpty()) {
          rows.add(new Row(Row.Kind.EMPTY, entry, depth));
        }
        entry.below().forEach(child -> open(child, depth));
      }
      case FAILED -> rows.add(new Row(failure(entry), entry, depth));
    }
  }

  private static Row.Kind failure(Entry entry) {
    // Once it was tried, it is the server's refusal that is to be told.
    return entry.problem != null
            && entry.problem.code() == ProblemCode.PROFILE_EXPIRED
            && !entry.root().insisted
        ? Row.Kind.EXPIRED
        : Row.Kind.FAILED;
  }

  /** Adds the entry if it or something below it matches, and says whether it did. */
  private boolean matching(Entry entry, int depth) {
    int place = rows.size();
    rows.add(new Row(Row.Kind.ENTRY, entry, depth));
    boolean below = false;
    for (Entry child : entry.below()) {
      below |= matching(child, depth + 1);
    }
    if (below) {
      return true;
    }
    if (entry.state == Entry.State.FAILED && failure(entry) == Row.Kind.FAILED) {
      // Nobody should think that the filter has looked here.
      rows.add(new Row(Row.Kind.FAILED, entry, depth + 1));
      return true;
    }
    if (!entry.matches(filter)) {
      rows.remove(place);
      return false;
    }
    if (entry.open && !entry.leaf()) {
      below(entry, depth + 1);
    }
    return true;
  }
}
