package org.shareexplorer.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.job.Job;

/**
 * A chart as a picture that stands alone, with title and note. Immutable; methods block, need no
 * display and may be called on any thread but that of the window.
 *
 * @param picture what is drawn
 * @param width in points; a PNG has twice as many pixels
 * @param height in points
 */
public record ChartImage(ChartPicture picture, int width, int height) {

  /** Pixels of a PNG per point. */
  public static final int SCALE = 2;

  /** A picture of a size that suits documents and slides. */
  public ChartImage(ChartPicture picture) {
    this(picture, 960, 540);
  }

  /** Gives the picture its caption. */
  public ChartImage {
    picture = picture.withCaption();
  }

  /** {@return the pixels, twice as many as points} */
  public BufferedImage pixels() {
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = image.createGraphics();
    try {
      g2.scale(SCALE, SCALE);
      picture.draw(g2, width, height);
    } finally {
      g2.dispose();
    }
    return image;
  }

  /** {@return the picture as PNG} */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels(), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** {@return the picture as SVG} */
  public String svg() {
    return SvgDrawing.of(width, height, g2 -> picture.draw(g2, width, height));
  }

  /** {@return the picture as a PDF of one page of its size} */
  public byte[] pdf() {
    try (PdfDrawing drawing = new PdfDrawing(picture.chart().spec().title())) {
      drawing.page(width, height, 1, g2 -> picture.draw(g2, width, height));
      return drawing.bytes();
    }
  }

  /**
   * Writes the picture as PNG, or as SVG or PDF if the file's name ends so. Cancelled while it is
   * drawn, it leaves the file as it was.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if it cannot be
   *     written; a file that stood there before is then unharmed
   */
  public void save(Path file, Job job) {
    save(PictureFormat.of(file).orElse(PictureFormat.PNG), file, job);
  }

  /** Writes the picture, whatever the file's name is. */
  public void save(PictureFormat format, Path file, Job job) {
    byte[] drawn = drawn(format);
    job.check();
    WholeFile.write(file, drawn);
  }

  /** {@return what a file of the picture holds} */
  public byte[] drawn(PictureFormat format) {
    return switch (format) {
      case PNG -> png();
      case SVG -> svg().getBytes(StandardCharsets.UTF_8);
      case PDF -> pdf();
    };
  }
}
