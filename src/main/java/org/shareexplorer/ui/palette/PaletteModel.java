package org.shareexplorer.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was typed, and the choices that answer it, best first. Holds no controls. */
public final class PaletteModel {

  private static final int MOST = 60;

  private List<Choice> all;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Choice> found = FXCollections.observableArrayList();

  private final ObservableList<Choice> seen = FXCollections.unmodifiableObservableList(found);

  private record Scored(Choice choice, int score) {}

  /** Looks among these choices; among equals, the earlier one comes first. */
  public PaletteModel(List<Choice> all) {
    this.all = List.copyOf(all);
    query.subscribe(now -> find());
  }

  /** {@return what was typed; may be set} */
  public StringProperty query() {
    return query;
  }

  /** {@return the best choices for what was typed} */
  public ObservableList<Choice> found() {
    return seen;
  }

  /**
   * Looks among other choices from now on, for what was typed already.
   *
   * @param chosen the number of the choice that the person is at, among those found
   * @return its number now; 0 if it is not found any more
   */
  public int offer(List<Choice> choices, int chosen) {
    Optional<Choice> at = chosen < 0 ? Optional.empty() : Optional.of(found.get(chosen));
    // Two tabs may be called the same: the second of them stays the second.
    long before = at.map(own -> found.stream().limit(chosen).filter(own::same).count()).orElse(0L);
    all = List.copyOf(choices);
    find();
    return at.flatMap(own ->
            IntStream.range(0, found.size())
                .filter(i -> own.same(found.get(i)))
                .skip(before)
                .boxed()
                .findFirst())
        .orElse(0);
  }

  private void find() {
    String wanted = query.get().strip();
    found.setAll(
        all.stream()
            .map(choice -> new Scored(choice, score(wanted, choice)))
            .filter(scored -> scored.score() != Match.NONE)
            .sorted(Comparator.comparingInt(Scored::score).reversed())
            .limit(MOST)
            .map(Scored::choice)
            .toList());
  }

  /** A match in the name is worth more than one that needs the place as well. */
  private static int score(String wanted, Choice choice) {
    int byName = Match.score(wanted, choice.name());
    if (byName != Match.NONE || wanted.isEmpty()) {
      return wanted.isEmpty() ? 0 : byName + 50;
    }
    return Match.score(wanted, choice.detail() + " " + choice.name());
  }
}
