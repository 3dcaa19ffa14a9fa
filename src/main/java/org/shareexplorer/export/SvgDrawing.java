package org.shareexplorer.export;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Java's 2D graphics as SVG. Letters stay letters, in the typeface or one that is like it. */
public final class SvgDrawing {

  private static final String SVG = "http://www.w3.org/2000/svg";

  private static final String LIKE_INTER = "Inter, Helvetica, Arial, sans-serif";

  /** Typefaces of the application, whose names other programs may not know. */
  private static final Map<String, String> WEIGHTS =
      Map.of("Inter", "400", "Inter Semi Bold", "600");

  private SvgDrawing() {}

  /** {@return a document of some size with what is drawn} */
  static String of(int width, int height, Consumer<Graphics2D> drawing) {
    return of(width, height, "", drawing);
  }

  /**
   * {@return a picture to stand within a page of HTML}
   *
   * @param width in the page's pixels, unless the page stretches it
   * @param mark what the names of its parts begin with, different for each picture of a page
   */
  public static String within(int width, int height, String mark, Consumer<Graphics2D> drawing) {
    String whole = of(width, height, mark, drawing);
    return whole.substring(whole.indexOf("<svg"));
  }

  private static String of(int width, int height, String mark, Consumer<Graphics2D> drawing) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG, "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setIDGenerator(
          new SVGIDGenerator() {
            @Override
            public String generateID(String kind) {
              return mark + super.generateID(kind);
            }
          });
      SVGGraphics2D g2 = new SVGGraphics2D(context, false);
      g2.setSVGCanvasSize(new Dimension(width, height));
      drawing.accept(g2);
      Element root = g2.getRoot();
      root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
      nameTypefaces(root);
      nameDefinitions(root, mark);
      replaceCharacters(root);
      return text(root);
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void nameTypefaces(Element root) {
    named(root);
    NodeList all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element) {
        named(element);
      }
    }
  }

  /** One group of definitions has the same name in all pictures, and nobody refers to it. */
  private static void nameDefinitions(Element root, String mark) {
    NodeList definitions = root.getElementsByTagName("defs");
    for (int i = 0; i < definitions.getLength(); i++) {
      if (definitions.item(i) instanceof Element element && !mark.isEmpty()) {
        element.setAttribute("id", mark + "defs" + i);
      }
    }
  }

  private static void named(Element element) {
    String family = element.getAttribute("font-family").replace("'", "").replace("\"", "");
    String weight = WEIGHTS.get(family);
    if (weight != null) {
      element.setAttribute("font-family", LIKE_INTER);
      element.setAttribute("font-weight", weight);
    }
  }

  /** Some characters, and halves of some, are none in a document, however they are written. */
  private static void replaceCharacters(Node node) {
    String value = node.getNodeValue();
    if (value != null) {
      node.setNodeValue(
          value
              .codePoints()
              .map(c -> character(c) ? c : 0xFFFD)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString());
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      replaceCharacters(child);
    }
  }

  private static boolean character(int c) {
    return c == '\n'
        || c == '\t'
        || c == '\r'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
  }

  /** Without a document type: readers would go and fetch it. */
  private static String text(Element root) throws TransformerException {
    Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
    writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
    StringWriter text = new StringWriter();
    writer.transform(new DOMSource(root), new StreamResult(text));
    return text.toString();
  }
}
