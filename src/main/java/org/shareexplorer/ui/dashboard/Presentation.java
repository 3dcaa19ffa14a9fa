package org.shareexplorer.ui.dashboard;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.dashboard.PagePicture;
import org.shareexplorer.dashboard.Slides;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.chart.FxImages;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;

/**
 * A dashboard on the whole screen: nothing but its name, its tiles and the versions of its tables.
 * FX thread only.
 */
final class Presentation extends StackPane {

  private final Background.Latest drawing;
  private final boolean dark;
  private final ImageView picture = new ImageView();
  private final Label said = new Label("Reading…");
  private final Runnable leave;
  private @Nullable PagePicture page;
  private int number;

  /** All that decides a slide's pixels. */
  private record Wish(PagePicture page, int number, double width, double height, double scale) {}

  /** What was drawn. */
  private record Drawn(Image image, String title, int number, int count) {}

  private @Nullable Wish drawn;

  /**
   * A presentation of what is on its way.
   *
   * @param leave ends it
   */
  Presentation(Ui ui, TileAnswers answers, Runnable leave) {
    this.leave = leave;
    drawing = ui.background().latest();
    dark = ui.dark().get();
    getStyleClass().add("presentation");
    said.getStyleClass().add("presentation-said");
    picture.setManaged(false);
    getChildren().addAll(picture, said);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp("Arrows, Space and Page Down turn the slides. Esc leaves.");
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setOnMouseClicked(mouse -> turn(mouse.getButton() == MouseButton.PRIMARY ? 1 : -1));
    Running<PagePicture> reading =
        drawing.start(
            answers.page(),
            all -> {
              page = all;
              requestLayout();
            },
            problem -> said.setText(problem.sentence()));
    Background.follow(reading, now -> said.setText(told(now)));
  }

  private static String told(Progress now) {
    return now.known() ? "Reading… %d %%".formatted(Math.round(100 * now.fraction())) : "Reading…";
  }

  /** Shows it on the whole screen that a window is on. */
  static void show(Ui ui, DashboardModel model, TileAnswers answers, Window owner) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle(model.get().name());
    Presentation presentation = new Presentation(ui, answers, stage::close);
    Scene scene = new Scene(presentation, owner.getWidth(), owner.getHeight());
    scene.setCursor(Cursor.NONE);
    stage.setScene(scene);
    stage.setX(owner.getX());
    stage.setY(owner.getY());
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreen(true);
    stage.setOnHidden(_ -> presentation.drawing.cancel());
    stage.show();
    presentation.requestFocus();
  }

  /** The number of the slide that is shown, from 0; -1 before there is one. */
  int shown() {
    return drawn == null ? -1 : drawn.number();
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case ESCAPE, F5 -> leave.run();
      case RIGHT, DOWN, SPACE, PAGE_DOWN, ENTER -> turn(1);
      case LEFT, UP, BACK_SPACE, PAGE_UP -> turn(-1);
      case HOME -> turn(-number);
      case END -> turn(Integer.MAX_VALUE / 2);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void turn(int by) {
    PagePicture now = page;
    if (now != null && getWidth() > 0) {
      int count = new Slides(now, getWidth(), getHeight()).count();
      number = Math.clamp((long) number + by, 0, count - 1);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    PagePicture now = page;
    if (now == null || getWidth() < 50 || getHeight() < 50) {
      return;
    }
    Window window = getScene().getWindow();
    double scale = window == null ? 1 : Math.max(1, window.getOutputScaleX());
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
    Wish wish = new Wish(now, number, getWidth(), getHeight(), scale);
    if (wish.equals(drawn)) {
      return;
    }
    drawn = wish;
    boolean night = dark;
    drawing.start(
        job -> draw(wish, ChartTheme.of(night), job),
        slide -> {
          said.setVisible(false);
          picture.setImage(slide.image());
          setAccessibleText(
              slide.title() + ", slide " + (slide.number() + 1) + " of " + slide.count());
        },
        problem -> {
          said.setText(problem.sentence());
          said.setVisible(true);
        });
  }

  private static Drawn draw(Wish wish, ChartTheme theme, Job job) {
    Slides slides = new Slides(wish.page(), wish.width(), wish.height());
    BufferedImage pixels =
        new BufferedImage(
            (int) Math.ceil(wish.width() * wish.scale()),
            (int) Math.ceil(wish.height() * wish.scale()),
            BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = pixels.createGraphics();
    try {
      g2.scale(wish.scale(), wish.scale());
      slides.draw(g2, wish.number(), theme, job);
    } finally {
      g2.dispose();
    }
    return new Drawn(
        FxImages.of(pixels), slides.title(wish.number()), wish.number(), slides.count());
  }
}
