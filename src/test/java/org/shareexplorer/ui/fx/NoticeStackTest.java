package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.NotedDesktop;

/** What goes away by itself, and what stays. */
class NoticeStackTest extends FxTest {

  private final Notices notices = onFx(Notices::new);
  private final Button elsewhere = onFx(() -> new Button("elsewhere"));
  private final Scene scene =
      onFx(() -> {
        NoticeStack stack = new NoticeStack(notices, new NotedDesktop(), 40);
        Scene made = new Scene(new VBox(elsewhere, stack), 400, 300);
        Stage stage = new Stage();
        stage.setScene(made);
        stage.show();
        return made;
      });

  @Test
  void whatCanBeDoneElsewhereIsOfferedForAWhileOnly() {
    doFx(() -> {
      notices.offer("The file still holds it.", "Delete the file", () -> {});
      var _ = notices.suggest("The tile was removed.", "Undo", () -> {});
    });
    until("the suggestion is gone", () -> notices.shown().size() == 1);
    assertThat(onFx(() -> List.copyOf(notices.shown())))
        .allMatch(notice -> notice instanceof Notice.Offer offer && !offer.passing());
  }

  @Test
  void theKeyboardGoesBackToWhereItWas() {
    doFx(elsewhere::requestFocus);
    doFx(() -> notices.offer("The file still holds it.", "Delete the file", () -> {}));
    doFx(() ->
        scene.getRoot().lookupAll(".notice .icon-button").stream()
            .map(Button.class::cast)
            .forEach(close -> {
              close.requestFocus();
              close.fire();
            }));
    assertThat(notices.shown()).isEmpty();
    assertThat(onFx(scene::getFocusOwner)).isEqualTo(elsewhere);
  }

  @Test
  void nothingGoesFromUnderTheKeyboard() {
    doFx(() -> {
      var _ = notices.suggest("The tile was removed.", "Undo", () -> {});
      scene.getRoot().lookupAll(".button").stream()
          .filter(node -> node instanceof Button button && "Undo".equals(button.getText()))
          .forEach(node -> node.requestFocus());
      notices.done("Saved.");
    });
    until("the word is gone", () -> notices.shown().size() == 1);
    Notice held = onFx(() -> notices.shown().getFirst());
    doFx(() -> notices.done("Saved again."));
    until("the other word is gone", () -> notices.shown().size() == 1);
    assertThat(onFx(() -> notices.shown().getFirst())).isEqualTo(held);
    doFx(elsewhere::requestFocus);
    until("it is gone, too", () -> notices.shown().isEmpty());
  }
}
