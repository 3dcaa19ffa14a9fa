package org.shareexplorer.ui.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;

/**
 * A chart's picture, drawn off the FX thread at the screen's scale. While one is drawn the one
 * before stays, stretched; only the newest wish is drawn. FX thread only.
 */
final class ChartCanvas extends ImageView {

  private final Background.Latest latest;
  private final Runnable onDrawn;
  private final Consumer<Problem> onFault;
  private @Nullable Wish drawn;
  private @Nullable Wish drawing;
  private @Nullable Drawn map;

  /** All that decides a picture's pixels. */
  private record Wish(ChartPicture picture, double width, double height, double scale) {}

  private record Result(Image image, Drawn drawn) {}

  /**
   * An empty one.
   *
   * @param onDrawn told when there is another picture, and another one may be wished for
   * @param onFault told why there is none
   */
  ChartCanvas(Background background, Runnable onDrawn, Consumer<Problem> onFault) {
    this.latest = background.latest();
    this.onDrawn = onDrawn;
    this.onFault = onFault;
    setManaged(false);
    setMouseTransparent(true);
  }

  /**
   * Draws a picture, unless it is there; while another one is being drawn, whoever is told of that
   * one wishes again.
   *
   * @param width in points
   * @param height in points
   * @param scale pixels of the screen for a point
   */
  void draw(ChartPicture picture, double width, double height, double scale) {
    Wish wish = new Wish(picture, width, height, scale);
    // Cancelling the one that is drawn would starve the screen of pictures.
    if (drawing != null || wish.equals(drawn)) {
      return;
    }
    drawing = wish;
    latest.start(
        _ -> render(wish),
        result -> {
          drawing = null;
          drawn = wish;
          map = result.drawn();
          setImage(result.image());
          onDrawn.run();
        },
        problem -> {
          clear();
          // It would fail again.
          drawn = wish;
          onFault.accept(problem);
        });
  }

  private static Result render(Wish wish) {
    int width = (int) Math.ceil(wish.width() * wish.scale());
    int height = (int) Math.ceil(wish.height() * wish.scale());
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = pixels.createGraphics();
    try {
      g2.scale(wish.scale(), wish.scale());
      Drawn where = wish.picture().draw(g2, wish.width(), wish.height());
      return new Result(FxImages.of(pixels), where);
    } finally {
      g2.dispose();
    }
  }

  /** {@return what is drawn} */
  Optional<ChartPicture> picture() {
    return map == null || drawn == null ? Optional.empty() : Optional.of(drawn.picture());
  }

  /** {@return where what is drawn; null as long as nothing is} */
  @Nullable Drawn map() {
    return map;
  }

  /** Takes away what is drawn; what is being drawn will not be shown. */
  void clear() {
    close();
    drawn = null;
    map = null;
    setImage(null);
  }

  /** Ends drawing. */
  void close() {
    latest.cancel();
    drawing = null;
  }
}
