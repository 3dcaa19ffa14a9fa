package org.shareexplorer.ui.profile;

import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ProfileWords;
import org.shareexplorer.ui.profile.ProfileState.Work;

/** A column's profile in its head: figures, in two lines where one is too short, and bars below. */
public final class ProfileStrip extends Region {

  /** How high it is. */
  public static final double HEIGHT = 59;

  private static final double LINES = 28;
  private static final double SPACE = 3;
  private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass SAMPLE = PseudoClass.getPseudoClass("sample");

  private final ObservableValue<ZoneId> zone;
  private final ProfileBars bars = new ProfileBars();
  private final Region ground = new Region();
  private final Label line = new Label();
  private @Nullable ProfileState shown;
  private @Nullable ZoneId shownZone;

  /** A strip that is still empty. */
  public ProfileStrip(ObservableValue<ZoneId> zone) {
    this.zone = zone;
    getStyleClass().add("profile-strip");
    ground.getStyleClass().add("profile-strip-ground");
    line.getStyleClass().add("profile-strip-line");
    line.setMnemonicParsing(false);
    line.setWrapText(true);
    line.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(ground, bars, line);
    setMouseTransparent(true);
  }

  /** Shows how far a profile is. */
  public void show(ProfileState state) {
    ZoneId now = zone.getValue();
    if (state.equals(shown) && now.equals(shownZone)) {
      return;
    }
    shown = state;
    shownZone = now;
    ColumnProfile profile = state.profile();
    bars.show(profile);
    boolean failed = state.problem() != null && !state.fromData();
    pseudoClassStateChanged(BUSY, state.work() != Work.NONE);
    pseudoClassStateChanged(FAILED, failed);
    pseudoClassStateChanged(
        SAMPLE, profile != null && profile.basis() instanceof ColumnProfile.Basis.Sample);
    String words = profile == null ? "" : words().line(profile);
    line.setText(
        words.isEmpty() ? failed ? "not computed" : state.work() != Work.NONE ? "…" : "" : words);
  }

  private ProfileWords words() {
    return new ProfileWords(zone.getValue());
  }

  /** Marks the bar at a place, seen from the strip's left edge; negative for none. */
  public void mark(double x) {
    bars.mark(bars.at(x).orElse(-1));
  }

  /** {@return what is to be told at a place: the bar there, all figures, what went wrong} */
  public String told(double x) {
    ProfileState state = shown;
    if (state == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    bars.at(x).ifPresent(bar -> text.append(bars.words(bar, words())).append("\n\n"));
    if (state.profile() != null) {
      text.append(words().all(state.profile()));
    }
    if (state.problem() != null) {
      text.append('\n').append(state.problem().sentence());
    }
    return text.toString().strip();
  }

  /** {@return the line of figures, for those who listen} */
  public String spoken() {
    return line.getText();
  }

  @Override
  protected void layoutChildren() {
    double top = LINES + SPACE;
    bars.resizeRelocate(0, top, getWidth(), getHeight() - top);
    ground.resizeRelocate(0, getHeight() - 1, getWidth(), 1);
    line.resizeRelocate(0, 0, getWidth(), LINES);
  }
}
