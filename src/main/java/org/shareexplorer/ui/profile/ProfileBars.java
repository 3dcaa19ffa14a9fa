package org.shareexplorer.ui.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.engine.ProfileWords;
import org.shareexplorer.table.ValueCount;

/**
 * A column's bins, or its most frequent values, as bars. One shape for all bars and one for the bar
 * under the pointer: a grid has many such columns.
 */
public final class ProfileBars extends Region {

  private static final double GAP = 1;

  /** So few values have bars no wider than this share of the place. */
  private static final int NARROWEST = 2;

  private final Path bars = new Path();
  private final Path marked = new Path();
  private @Nullable ColumnProfile shown;
  private List<Long> counts = List.of();
  private int mark = -1;

  /** Bars of nothing. */
  public ProfileBars() {
    getStyleClass().add("profile-bars");
    bars.getStyleClass().add("profile-bars-all");
    marked.getStyleClass().add("profile-bars-marked");
    bars.setManaged(false);
    marked.setManaged(false);
    getChildren().addAll(bars, marked);
    setMouseTransparent(true);
  }

  /** Shows a profile's bars; none for null, and if it has none. */
  public void show(@Nullable ColumnProfile profile) {
    if (Objects.equals(profile, shown)) {
      return;
    }
    shown = profile;
    mark = -1;
    counts =
        profile == null
            ? List.of()
            : profile.bins().isEmpty()
                ? profile.top().stream().map(ValueCount::rows).toList()
                : profile.bins().stream().map(Bin::rows).toList();
    requestLayout();
  }

  /** {@return how many bars there are} */
  public int count() {
    return counts.size();
  }

  /** {@return the number of the bar at a place, whatever its height} */
  public Optional<Integer> at(double x) {
    int bar = (int) Math.floor(x / step());
    return x < 0 || bar >= counts.size() ? Optional.empty() : Optional.of(bar);
  }

  /** Marks a bar; -1 for none. */
  public void mark(int bar) {
    if (mark != bar) {
      mark = bar;
      requestLayout();
    }
  }

  /** {@return what a bar stands for} */
  public String words(int bar, ProfileWords words) {
    ColumnProfile profile = shown;
    if (profile == null || bar < 0 || bar >= counts.size()) {
      return "";
    }
    return profile.bins().isEmpty()
        ? words.top(profile.top().get(bar))
        : words.bin(profile.bins().get(bar), bar == counts.size() - 1);
  }

  private double step() {
    return getWidth() / Math.max(NARROWEST, counts.size());
  }

  @Override
  protected void layoutChildren() {
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    bars.getElements().clear();
    marked.getElements().clear();
    if (most > 0) {
      IntStream.range(0, counts.size()).filter(i -> i != mark).forEach(i -> draw(bars, i, most));
      if (mark >= 0 && mark < counts.size()) {
        draw(marked, mark, most);
      }
    }
  }

  private void draw(Path path, int bar, long most) {
    long count = counts.get(bar);
    if (count == 0) {
      return;
    }
    double left = bar * step();
    double width = Math.max(1, step() - GAP);
    // What is there is to be seen, be it ever so little.
    double height = Math.max(1, getHeight() * count / most);
    path.getElements()
        .addAll(
            new MoveTo(left, getHeight()),
            new VLineTo(getHeight() - height),
            new HLineTo(left + width),
            new VLineTo(getHeight()),
            new ClosePath());
  }
}
