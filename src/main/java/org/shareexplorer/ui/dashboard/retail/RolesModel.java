package org.shareexplorer.ui.dashboard.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.Part;
import org.shareexplorer.dashboard.retail.RetailDashboard;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.dashboard.retail.Shape;
import org.shareexplorer.table.Field;

/**
 * Which tables and columns a retail dashboard is made of: guessed first, then as a person chooses.
 * FX thread only; holds no controls.
 */
public final class RolesModel {

  private final List<Candidate> tables = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Shape> shape =
      new ReadOnlyObjectWrapper<>(new Shape(Map.of(), Map.of()));
  private boolean chosen;

  /** Guesses among tables. */
  public RolesModel(List<Candidate> tables) {
    add(tables);
  }

  /** A shape that is known, among tables. */
  public RolesModel(List<Candidate> tables, Shape known) {
    this(tables);
    chosen = true;
    shape.set(known);
  }

  /** Adds tables to choose from, and guesses anew, if nobody has chosen yet. */
  public void add(List<Candidate> more) {
    more.stream().filter(table -> !tables.contains(table)).forEach(tables::add);
    if (!chosen) {
      Shape.of(tables).ifPresent(shape::set);
    }
  }

  /** {@return what there is to choose from} */
  public List<Candidate> tables() {
    return List.copyOf(tables);
  }

  /** {@return what is chosen} */
  public ReadOnlyObjectProperty<Shape> shape() {
    return shape.getReadOnlyProperty();
  }

  /** Takes another table, or none; its columns are guessed. */
  public void choose(Part part, Optional<Candidate> table) {
    chosen = true;
    Shape now = shape.get();
    shape.set(table.map(wanted -> now.with(part, wanted)).orElseGet(() -> now.without(part)));
  }

  /** Takes another column, or none. */
  public void choose(Role role, Optional<Field> column) {
    chosen = true;
    shape.set(shape.get().with(role, column));
  }

  /** {@return the columns that can play a role} */
  public List<Field> columns(Role role) {
    return shape.get().table(role.part()).stream()
        .flatMap(table -> table.fields().stream())
        .filter(field -> role.fits(field.type()))
        .toList();
  }

  /** {@return what the dashboard will lack, and for want of what; blank if nothing} */
  public String missing() {
    return RetailDashboard.missing(shape.get());
  }

  /** {@return whether there is anything to make a dashboard of} */
  public boolean enough() {
    return !shape.get().tables().isEmpty();
  }

  /** {@return whether both tables are found} */
  public boolean complete() {
    return shape.get().tables().size() == Part.values().length;
  }
}
