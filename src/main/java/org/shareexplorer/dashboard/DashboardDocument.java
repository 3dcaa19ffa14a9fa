package org.shareexplorer.dashboard;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.dashboard.PagePicture.Sheet;
import org.shareexplorer.export.PdfDrawing;
import org.shareexplorer.export.WholeFile;
import org.shareexplorer.job.Job;

/**
 * A dashboard to take along. Methods block and need no display.
 *
 * @param page what is drawn
 * @param theme in which colours; HTML has both
 */
public record DashboardDocument(PagePicture page, ChartTheme theme) {

  /** Sides of A4 across, in points. */
  private static final float PAPER_WIDTH = PDRectangle.A4.getHeight();

  private static final float PAPER_HEIGHT = PDRectangle.A4.getWidth();

  private static final double SCALE = 2;

  /** A picture's pixels from top to bottom at most; a longer page is drawn smaller. */
  private static final double MOST_PIXELS = 16_000;

  /**
   * {@return sheets of A4 across; drawn, not painted: it can be enlarged, and its words be
   * searched}
   */
  public byte[] pdf(Job job) {
    double height = PagePicture.WIDTH * PAPER_HEIGHT / PAPER_WIDTH;
    double scale = PAPER_WIDTH / PagePicture.WIDTH;
    List<Sheet> sheets = page.sheets(height);
    try (PdfDrawing drawing = new PdfDrawing(page.dashboard().name())) {
      for (int i = 0; i < sheets.size(); i++) {
        Sheet sheet = sheets.get(i);
        double high = Math.max(height, sheet.height());
        Job part = job.part(i, sheets.size());
        drawing.page(PagePicture.WIDTH, high, scale, g2 -> page.draw(g2, sheet, high, theme, part));
      }
      return drawing.bytes();
    }
  }

  /** {@return the whole page in one picture} */
  public byte[] png(Job job) {
    Sheet whole = page.whole();
    double scale = Math.min(SCALE, MOST_PIXELS / whole.height());
    BufferedImage pixels =
        new BufferedImage(
            (int) (PagePicture.WIDTH * scale),
            (int) (whole.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = pixels.createGraphics();
    try {
      g2.scale(scale, scale);
      page.draw(g2, whole, whole.height(), theme, job);
    } finally {
      g2.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the page as PDF, or as HTML or PNG if the file's name ends so.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if it cannot be
   *     written; a file that stood there before is then unharmed
   */
  public void save(Path file, Job job) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    byte[] bytes =
        name.endsWith(".html")
            ? DashboardHtml.of(page, job).getBytes(StandardCharsets.UTF_8)
            : name.endsWith(".png") ? png(job) : pdf(job);
    job.check();
    WholeFile.write(file, bytes);
  }
}
