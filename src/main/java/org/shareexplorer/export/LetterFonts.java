package org.shareexplorer.export;

import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * A typeface's letters in a document, as many fonts of drawn letters as they need, for such a font
 * has at most 255. No library at hand embeds a part of a typeface with PostScript outlines, as the
 * application's is, and borrowed letters may be of any kind.
 */
final class LetterFonts {

  /** A font's size in units of its letters. */
  static final int UNITS = 1000;

  private static final int MOST = 255;

  /**
   * A letter that was drawn.
   *
   * @param code what stands for it in that font
   * @param width how far it moves on, in units
   */
  record Letter(Drawn font, String code, double width) {}

  /** A shape and what it stands for. */
  private record Key(int glyph, String text) {}

  private final PDDocument document;
  private final String name;
  private final Map<Key, Letter> letters = new HashMap<>();
  private final List<Drawn> fonts = new ArrayList<>();

  /**
   * @param name what people know the typeface by
   */
  LetterFonts(PDDocument document, String name) {
    this.document = document;
    this.name = name;
  }

  /**
   * {@return a letter, drawn anew if it was not drawn before}
   *
   * @param text what it stands for; empty if another shape beside it does
   */
  Letter letter(GlyphVector glyphs, int i, String text) {
    return letters.computeIfAbsent(
        new Key(glyphs.getGlyphCode(i), text),
        _ -> {
          try {
            if (fonts.isEmpty() || fonts.getLast().texts.size() == MOST) {
              fonts.add(Drawn.of(name));
            }
            return fonts.getLast().draw(document, glyphs, i, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Writes what is known of all letters only now. */
  void write() throws IOException {
    for (Drawn font : fonts) {
      font.write(document);
    }
  }

  /** {@return a text without halves of characters} */
  static String whole(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A font whose letters are drawings. */
  static final class Drawn extends PDType3Font {

    private final COSDictionary procedures;
    private final COSArray widths = new COSArray();
    private final List<String> texts = new ArrayList<>();
    private final Rectangle2D box = new Rectangle2D.Double();

    private Drawn(COSDictionary font, COSDictionary procedures) throws IOException {
      super(font);
      this.procedures = procedures;
    }

    private static Drawn of(String name) throws IOException {
      COSDictionary font = new COSDictionary();
      font.setItem(COSName.TYPE, COSName.FONT);
      font.setItem(COSName.SUBTYPE, COSName.TYPE3);
      COSArray matrix = new COSArray();
      for (float each : new float[] {1f / UNITS, 0, 0, 1f / UNITS, 0, 0}) {
        matrix.add(new COSFloat(each));
      }
      font.setItem(COSName.FONT_MATRIX, matrix);
      COSArray names = new COSArray();
      names.add(COSInteger.ONE);
      for (int code = 1; code <= MOST; code++) {
        names.add(COSName.getPDFName("g" + code));
      }
      COSDictionary encoding = new COSDictionary();
      encoding.setItem(COSName.TYPE, COSName.ENCODING);
      encoding.setItem(COSName.DIFFERENCES, names);
      font.setItem(COSName.ENCODING, encoding);
      COSDictionary procedures = new COSDictionary();
      font.setItem(COSName.CHAR_PROCS, procedures);
      font.setItem(COSName.RESOURCES, new COSDictionary());
      COSDictionary descriptor = new COSDictionary();
      descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
      descriptor.setName(COSName.FONT_NAME, name);
      descriptor.setInt(COSName.FLAGS, 4);
      descriptor.setInt(COSName.ITALIC_ANGLE, 0);
      font.setItem(COSName.FONT_DESC, descriptor);
      return new Drawn(font, procedures);
    }

    private Letter draw(PDDocument document, GlyphVector glyphs, int i, String text)
        throws IOException {
      Point2D at = glyphs.getGlyphPosition(i);
      Shape shape =
          AffineTransform.getTranslateInstance(-at.getX(), -at.getY())
              .createTransformedShape(glyphs.getGlyphOutline(i));
      shape = AffineTransform.getScaleInstance(1, -1).createTransformedShape(shape);
      double width = glyphs.getGlyphMetrics(i).getAdvanceX();
      texts.add(text);
      widths.add(new COSFloat((float) width));
      Rectangle2D bounds = shape.getBounds2D();
      if (!bounds.isEmpty()) {
        box.setRect(box.isEmpty() ? bounds : box.createUnion(bounds));
      }
      COSStream procedure = document.getDocument().createCOSStream();
      try (OutputStream out = procedure.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(procedure(shape, bounds, width).getBytes(StandardCharsets.US_ASCII));
      }
      procedures.setItem(COSName.getPDFName("g" + texts.size()), procedure);
      return new Letter(this, Character.toString(texts.size()), width);
    }

    private void write(PDDocument document) throws IOException {
      dict.setItem(
          COSName.FONT_BBOX,
          new PDRectangle(
                  (float) box.getMinX(),
                  (float) box.getMinY(),
                  (float) box.getWidth(),
                  (float) box.getHeight())
              .getCOSArray());
      dict.setItem(COSName.FIRST_CHAR, COSInteger.ONE);
      dict.setInt(COSName.LAST_CHAR, texts.size());
      dict.setItem(COSName.WIDTHS, widths);
      COSStream meanings = document.getDocument().createCOSStream();
      try (OutputStream out = meanings.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(meanings().getBytes(StandardCharsets.US_ASCII));
      }
      dict.setItem(COSName.TO_UNICODE, meanings);
    }

    /** {@return which text each code stands for} */
    private String meanings() {
      StringBuilder map =
          new StringBuilder(
              """
              /CIDInit /ProcSet findresource begin
              12 dict begin
              begincmap
              /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
              /CMapName /Adobe-Identity-UCS def
              /CMapType 2 def
              1 begincodespacerange
              <00> <FF>
              endcodespacerange
              """);
      // A map has at most a hundred lines in a piece.
      for (int from = 0; from < texts.size(); from += 100) {
        int to = Math.min(texts.size(), from + 100);
        map.append(to - from).append(" beginbfchar\n");
        for (int i = from; i < to; i++) {
          map.append("<%02X> <".formatted(i + 1));
          whole(texts.get(i)).chars().forEach(c -> map.append("%04X".formatted(c)));
          map.append(">\n");
        }
        map.append("endbfchar\n");
      }
      return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
          .toString();
    }

    @Override
    protected byte[] encode(int code) {
      return new byte[] {(byte) code};
    }
  }

  /** {@return a shape in the language of pages} */
  private static String procedure(Shape shape, Rectangle2D bounds, double width) {
    StringBuilder out = new StringBuilder();
    write(
        out,
        "d1",
        width,
        0,
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getMaxX(),
        bounds.getMaxY());
    PathIterator path = shape.getPathIterator(null);
    boolean drawn = !path.isDone();
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      int last = 0;
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> write(out, "m", p[0], p[1]);
        case PathIterator.SEG_LINETO -> write(out, "l", p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          // Pages know curves of the third degree only.
          last = 2;
          write(
              out,
              "c",
              x + 2 * (p[0] - x) / 3,
              y + 2 * (p[1] - y) / 3,
              p[2] + 2 * (p[0] - p[2]) / 3,
              p[3] + 2 * (p[1] - p[3]) / 3,
              p[2],
              p[3]);
        }
        case PathIterator.SEG_CUBICTO -> {
          last = 4;
          write(out, "c", p);
        }
        default -> write(out, "h");
      }
      x = p[last];
      y = p[last + 1];
    }
    if (drawn) {
      write(out, path.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*" : "f");
    }
    return out.toString();
  }

  private static void write(StringBuilder out, String operator, double... numbers) {
    for (double number : numbers) {
      out.append(String.format(Locale.ROOT, "%.1f ", number).replace(".0 ", " "));
    }
    out.append(operator).append('\n');
  }
}
