package org.shareexplorer.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Java's 2D graphics as PDF, page by page. Letters stay letters. */
public final class PdfDrawing implements AutoCloseable {

  private final PDDocument document = new PDDocument();
  private final PdfLetters letters = new PdfLetters(document);

  /**
   * @param title what readers show as the document's name
   */
  public PdfDrawing(String title) {
    document.getDocumentInformation().setTitle(title);
  }

  /**
   * Adds a page.
   *
   * @param width in units of the drawing
   * @param height in the same units
   * @param scale points of paper per unit
   */
  public void page(double width, double height, double scale, Consumer<Graphics2D> drawing) {
    PDPage paper = new PDPage(new PDRectangle((float) (width * scale), (float) (height * scale)));
    document.addPage(paper);
    try {
      PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, (float) width, (float) height);
      try {
        g2.setFontTextDrawer(letters);
        drawing.accept(g2);
      } finally {
        g2.dispose();
      }
      try (PDPageContentStream content = new PDPageContentStream(document, paper)) {
        content.transform(Matrix.getScaleInstance((float) scale, (float) scale));
        content.drawForm(g2.getXFormObject());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what a file of all pages holds; to be asked for once} */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      letters.write();
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
