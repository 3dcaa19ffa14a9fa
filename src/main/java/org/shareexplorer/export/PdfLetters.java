package org.shareexplorer.export;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;

/**
 * The letters of a document: text that can be searched and copied, in the very shapes that Java
 * draws, whichever typeface they are borrowed from.
 */
final class PdfLetters implements IPdfBoxGraphics2DFontTextDrawer {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private static final COSName SPAN = COSName.getPDFName("Span");

  private final PDDocument document;
  private final Map<Font, LetterFonts> fonts = new HashMap<>();

  PdfLetters(PDDocument document) {
    this.document = document;
  }

  /** Writes the shapes of all letters that were drawn. */
  void write() throws IOException {
    for (LetterFonts font : fonts.values()) {
      font.write();
    }
  }

  @Override
  public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
    return text.getRunLimit() == text.getEndIndex()
        && text.getAttribute(TextAttribute.FONT) instanceof Font font
        && !font.isTransformed();
  }

  @Override
  public void drawText(AttributedCharacterIterator iterator, IFontTextDrawerEnv env)
      throws IOException {
    if (!(iterator.getAttribute(TextAttribute.FONT) instanceof Font font)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (char c = iterator.first(); c != AttributedCharacterIterator.DONE; c = iterator.next()) {
      text.append(c);
    }
    PDPageContentStream content = env.getContentStream();
    env.applyPaint(env.getPaint(), null);
    boolean plain = text.chars().allMatch(PdfLetters::plain);
    if (!plain) {
      // Where letters join, change places or stand upon each other, readers are told the text.
      COSDictionary actual = new COSDictionary();
      actual.setString(COSName.ACTUAL_TEXT, LetterFonts.whole(text.toString()));
      content.beginMarkedContent(SPAN, PDPropertyList.create(actual));
    }
    content.beginText();
    show(letters(text.toString(), font, plain), font.getSize2D(), content);
    content.endText();
    if (!plain) {
      content.endMarkedContent();
    }
  }

  @Override
  public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
    Graphics2D measuring = env.getCalculationGraphics();
    return measuring.getFontMetrics(font);
  }

  /** Whether a character is a letter of its own, at its place from left to right. */
  private static boolean plain(int c) {
    return (c >= ' ' && c < 0x300) || (c >= 0x2010 && c < 0x2028) || (c >= 0x202F && c < 0x2066);
  }

  /**
   * A letter at its place.
   *
   * @param x from the text's beginning, in thousandths of the font's size, as y is
   */
  private record Placed(LetterFonts.Letter letter, double x, double y) {}

  private List<Placed> letters(String text, Font font, boolean plain) {
    Font large = font.deriveFont((float) LetterFonts.UNITS);
    LetterFonts own =
        fonts.computeIfAbsent(large, each -> new LetterFonts(document, each.getPSName()));
    List<Placed> placed = new ArrayList<>();
    if (plain) {
      put(large.createGlyphVector(EXACT, text), text, 0, own, placed);
      return placed;
    }
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    byte[] levels = new byte[bidi.getRunCount()];
    Integer[] runs = new Integer[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      runs[i] = i;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    double x = 0;
    for (int run : runs) {
      String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      GlyphVector glyphs =
          large.layoutGlyphVector(
              EXACT,
              part.toCharArray(),
              0,
              part.length(),
              bidi.getRunLevel(run) % 2 == 0
                  ? Font.LAYOUT_LEFT_TO_RIGHT
                  : Font.LAYOUT_RIGHT_TO_LEFT);
      put(glyphs, part, x, own, placed);
      x += glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }
    return placed;
  }

  private static void put(
      GlyphVector glyphs, String text, double start, LetterFonts font, List<Placed> placed) {
    boolean[] begins = new boolean[text.length() + 1];
    begins[text.length()] = true;
    for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
      begins[glyphs.getGlyphCharIndex(i)] = true;
    }
    boolean[] told = new boolean[text.length()];
    for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
      int from = glyphs.getGlyphCharIndex(i);
      int to = from;
      if (!told[from]) {
        // Of several shapes for a character, the first one stands for it.
        told[from] = true;
        to = from + 1;
        while (!begins[to]) {
          to++;
        }
      }
      Point2D at = glyphs.getGlyphPosition(i);
      placed.add(
          new Placed(
              font.letter(glyphs, i, text.substring(from, to)), start + at.getX(), at.getY()));
    }
  }

  /** Shows letters in as few pieces as can be. */
  private static void show(List<Placed> letters, float size, PDPageContentStream content)
      throws IOException {
    List<Object> line = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      Placed each = letters.get(i);
      if (line.isEmpty()) {
        content.setFont(each.letter().font(), size);
        AffineTransform upright = AffineTransform.getScaleInstance(1, -1);
        upright.preConcatenate(
            AffineTransform.getTranslateInstance(
                each.x() * size / LetterFonts.UNITS, each.y() * size / LetterFonts.UNITS));
        content.setTextMatrix(new Matrix(upright));
      }
      line.add(each.letter().code());
      Placed next = i + 1 < letters.size() ? letters.get(i + 1) : null;
      if (next != null
          && next.letter().font().equals(each.letter().font())
          && Math.abs(next.y() - each.y()) < 1) {
        double off = next.x() - each.x() - each.letter().width();
        if (Math.abs(off) >= 1) {
          line.add((float) -off);
        }
      } else {
        content.showTextWithPositioning(line.toArray());
        line.clear();
      }
    }
  }
}
