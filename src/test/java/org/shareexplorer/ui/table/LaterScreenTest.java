package org.shareexplorer.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.headless.FxTest;

/** Screens that are made when they are first wanted. */
class LaterScreenTest extends FxTest {

  private final List<String> told = new ArrayList<>();
  private final SimpleObjectProperty<List<LeftView.Column>> columns =
      new SimpleObjectProperty<>(List.of());

  private LaterScreen<Noted> later(String name) {
    return new LaterScreen<>(
        "Charts",
        () -> {
          told.add(name + " made");
          return new Noted(name);
        });
  }

  /** Screens as a table's tab shows them: told of what they need before they are in front. */
  private List<TableScreen> told(TableScreen... screens) {
    for (TableScreen screen : screens) {
      screen.filteredBy(new FilterModel());
      screen.arrangedBy(columns);
    }
    return List.of(screens);
  }

  @Test
  void aScreenIsMadeWhenItComesToTheFrontAndKnowsWhatTheOthersKnow() {
    doFx(() -> {
      HBox words = new HBox();
      StackPane body = new StackPane();
      ScreenTabs tabs = new ScreenTabs(words, body);
      tabs.show(told(new Noted("rows"), later("charts")));
      assertThat(words.getChildren()).hasSize(2);
      assertThat(told).doesNotContain("charts made").contains("rows shown");
      told.clear();
      tabs.show("Charts");
      assertThat(told)
          .containsSubsequence("charts made", "charts filtered", "charts shown")
          .contains("charts arranged", "charts has a way to the front")
          .containsOnlyOnce("charts made");
      assertThat(body.getChildren()).extracting(Node::getId).containsExactly("charts");
      told.clear();
      tabs.close();
      assertThat(told).containsExactlyInAnyOrder("rows closed", "charts closed");
    });
  }

  @Test
  void onlyWhatWasLookedAtIsTakenOver() {
    doFx(() -> {
      ScreenTabs tabs = new ScreenTabs(new HBox(), new StackPane());
      tabs.show(told(new Noted("rows"), later("unseen")));
      tabs.show(told(new Noted("rows"), later("charts")));
      assertThat(told).doesNotContain("unseen made", "charts made");
      tabs.show("Charts");
      tabs.show(told(new Noted("rows"), later("newer")));
      assertThat(told).contains("newer takes over from charts", "charts closed");
      tabs.close();
    });
  }

  /** Says what happens to it. */
  private final class Noted implements TableScreen {

    private final String name;
    private final Region node = new Region();

    Noted(String name) {
      this.name = name;
      node.setId(name);
    }

    @Override
    public String title() {
      return name.equals("rows") ? "Data" : "Charts";
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void shown() {
      told.add(name + " shown");
    }

    @Override
    public ObservableValue<List<String>> status() {
      return new SimpleObjectProperty<>(List.of(name));
    }

    @Override
    public void takeOver(TableScreen before) {
      if (before instanceof Noted other) {
        told.add(name + " takes over from " + other.name);
      }
    }

    @Override
    public void filteredBy(FilterModel filter) {
      told.add(name + " filtered");
    }

    @Override
    public void arrangedBy(ObjectProperty<List<LeftView.Column>> kept) {
      told.add(name + " arranged");
    }

    @Override
    public void onFront(Runnable front) {
      told.add(name + " has a way to the front");
    }

    @Override
    public void close() {
      told.add(name + " closed");
    }
  }
}
