package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartFonts;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.SampleCharts;
import org.shareexplorer.job.EndingJob;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class ChartImageTest {

  private final ChartImage image =
      new ChartImage(new ChartPicture(SampleCharts.histogram(), ChartTheme.LIGHT), 640, 360);

  @Test
  void aPngHasTwoPixelsPerPoint(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("chart.png");
    image.save(file, Job.unattended());
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(1280);
    assertThat(read.getHeight()).isEqualTo(720);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void everySvgIsWellFormedAndHoldsNoFalseNumber() throws Exception {
    for (Chart chart : SampleCharts.all().values()) {
      String svg = new ChartImage(new ChartPicture(chart, ChartTheme.DARK)).svg();
      assertThat(svg)
          .doesNotContain("NaN")
          .doesNotContain("Infinity")
          .contains(chart.spec().title());
      var document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(document.getDocumentElement().getLocalName()).isEqualTo("svg");
    }
  }

  @Test
  void charactersThatNoDocumentMayHaveAreReplaced() throws Exception {
    String name = "bell\u0007 half\ud83d end\uffff";
    String svg =
        SvgDrawing.of(
            80,
            40,
            g2 -> {
              g2.drawString(name, 5, 20);
              g2.drawString("smile \ud83d\ude00", 5, 30);
            });
    var document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTextContent())
        .contains("bell\ufffd half\ufffd end\ufffd")
        .contains("smile \ud83d\ude00");
  }

  @Test
  void aPdfIsOnePageOfThePicturesSizeThatShowsIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("chart.pdf");
    image.save(file, Job.unattended());
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(640);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(360);
      BufferedImage drawn = new PDFRenderer(document).renderImage(0, 2);
      BufferedImage pixels = image.pixels();
      long like = 0;
      for (int y = 0; y < 720; y++) {
        for (int x = 0; x < 1280; x++) {
          int a = drawn.getRGB(x, y);
          int b = pixels.getRGB(x, y);
          int off =
              Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                  + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                  + Math.abs((a & 255) - (b & 255));
          like += off < 60 ? 1 : 0;
        }
      }
      assertThat(like).isGreaterThan(1280 * 720 * 97 / 100);
    }
  }

  @Test
  void theWordsOfAPdfCanBeSearchedAndCopied() throws Exception {
    for (Chart chart : SampleCharts.all().values()) {
      ChartPicture picture = new ChartPicture(chart, ChartTheme.LIGHT);
      assertThat(text(new ChartImage(picture).pdf()))
          .contains(chart.spec().title())
          .contains(chart.exactness().split(",", 2)[0]);
    }
  }

  @Test
  void namesOfAxesThatGoUpwardsAreLetters() throws Exception {
    assertThat(text(image.pdf())).contains("rows");
    assertThat(image.svg()).contains(">rows<");
  }

  /** Letters that join, that go from right to left, that stand upon each other, that are halves. */
  @Test
  void lettersOfAllScriptsStayLetters() throws Exception {
    List<String> lines =
        List.of(
            "fi -> 3x4 10:30 – «€» ½ ≥ 5",
            "Łódź, Đà Nẵng, Zoe\u0308",
            "北京 東京 서울",
            "Ελλάδα Київ",
            "مرحبا بالعالم",
            "עברית",
            "हिन्दी ภาษาไทย",
            "smile \ud83d\ude00 end");
    try (PdfDrawing drawing = new PdfDrawing("Scripts")) {
      drawing.page(
          300,
          300,
          1,
          g2 -> {
            g2.setPaint(Color.BLACK);
            g2.setFont(ChartFonts.LABEL);
            for (int i = 0; i < lines.size(); i++) {
              g2.drawString(lines.get(i), 10, 20 + 30 * i);
            }
            g2.drawString("half\ud83d", 10, 290);
          });
      assertThat(text(drawing.bytes()).lines()).containsAll(lines).contains("half\ufffd");
    }
  }

  @Test
  void aTypefaceOfMoreLettersThanAFontHoldsIsSeveralFonts() throws Exception {
    StringBuilder all = new StringBuilder();
    for (char c = 0x4E00; c < 0x4E00 + 600; c++) {
      all.append(c);
    }
    try (PdfDrawing drawing = new PdfDrawing("Letters")) {
      drawing.page(
          9_000,
          40,
          1,
          g2 -> {
            g2.setPaint(Color.BLACK);
            g2.setFont(ChartFonts.LABEL);
            g2.drawString(all.toString(), 10, 20);
          });
      assertThat(text(drawing.bytes()).strip()).isEqualTo(all.toString());
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsAProblemThatNamesIt(@TempDir Path folder) throws Exception {
    assertThatThrownBy(
            () -> image.save(folder.resolve("missing").resolve("chart.png"), Job.unattended()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DISK);
              assertThat(e.problem().what()).contains("chart.png");
            });
    Path taken = Files.createDirectory(folder.resolve("taken.svg"));
    assertThatThrownBy(() -> image.save(taken, Job.unattended()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsCancelledLeavesTheFileAsItWas(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("chart.png"), "before");
    assertThatThrownBy(() -> image.save(file, new EndingJob(1)))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("before");
  }
}
