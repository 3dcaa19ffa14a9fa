package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.headless.FxTest;

/** The desktop's own windows. */
class FxDesktopTest extends FxTest {

  @Test
  void aMenuIsGoneBeforeAFileIsChosen() {
    doFx(() -> {
      Stage stage = new Stage();
      stage.setScene(new Scene(new Region(), 200, 200));
      stage.show();
      ContextMenu menu = new ContextMenu(new MenuItem("PDF…"));
      menu.show(stage);
      assertThat(menu.isShowing()).isTrue();
      FxDesktop desktop = new FxDesktop(stage, _ -> {});
      var kinds = List.of(new Desktop.FileKind("PDF document", "*.pdf"));
      // Without a display there is no chooser; what matters here comes before it.
      assertThatThrownBy(() -> desktop.chooseSave("Save", "a.pdf", kinds))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(menu.isShowing()).isFalse();
      stage.close();
    });
  }
}
