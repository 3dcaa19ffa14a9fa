package org.shareexplorer.ui.profile;

import java.util.List;
import java.util.Optional;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;
import org.shareexplorer.table.filter.Between;
import org.shareexplorer.table.filter.Predicate;

/** The condition that lets just those rows match that a profile's bar stands for. */
final class BarCondition {

  private BarCondition() {}

  /** {@return the condition of a bar, by its number; empty if there is no such bar} */
  static Optional<Predicate> of(ColumnProfile profile, int bar) {
    int bars = profile.bins().isEmpty() ? profile.top().size() : profile.bins().size();
    if (bar < 0 || bar >= bars) {
      return Optional.empty();
    }
    return profile.bins().isEmpty()
        ? Optional.of(of(profile.field(), profile.top().get(bar)))
        // A bin's upper edge belongs to the next one, but the last bin's to itself.
        : Between.of(
            profile.field(),
            profile.bins().get(bar).from(),
            profile.bins().get(bar).to(),
            bar == bars - 1);
  }

  /** {@return that a column has a value} */
  static Predicate of(Field field, ValueCount value) {
    return new Predicate.OneOf(field, List.of(value.value()));
  }
}
