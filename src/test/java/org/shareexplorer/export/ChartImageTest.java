package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.SampleCharts;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class ChartImageTest {

  private final ChartImage image =
      new ChartImage(new ChartPicture(SampleCharts.histogram(), ChartTheme.LIGHT), 640, 360);

  @Test
  void aPngHasTwoPixelsPerPoint(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("chart.png");
    image.save(file);
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
  void aFileThatCannotBeWrittenIsAProblemThatNamesIt(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> image.save(folder.resolve("missing").resolve("chart.png")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DISK);
              assertThat(e.problem().what()).contains("chart.png");
            });
    Path taken = Files.createDirectory(folder.resolve("taken.svg"));
    assertThatThrownBy(() -> image.save(taken)).isInstanceOf(ProblemException.class);
  }
}
