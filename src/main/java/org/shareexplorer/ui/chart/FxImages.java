package org.shareexplorer.ui.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures made without JavaFX, for JavaFX. */
public final class FxImages {

  private FxImages() {}

  /** {@return a copy of pixels of type {@link BufferedImage#TYPE_INT_ARGB_PRE}; on any thread} */
  public static Image of(BufferedImage pixels) {
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    int[] argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
    return image;
  }
}
