package org.shareexplorer.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.headless.FxTest;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LicencesTest extends FxTest {

  @Test
  void everyLibraryOfTheBuildIsNamed() throws Exception {
    Set<String> named = Part.all().stream().map(Part::artifact).collect(Collectors.toSet());
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("dependency");
    List<String> shipped = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element dependency = (Element) all.item(i);
      boolean managed =
          dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
      if (!managed && !text(dependency, "scope").equals("test")) {
        shipped.add(text(dependency, "artifactId"));
      }
    }
    // Only compilers read its annotations.
    shipped.remove("jspecify");
    assertThat(shipped).hasSizeGreaterThan(15);
    assertThat(named).containsAll(shipped);
  }

  private static String text(Element parent, String child) {
    NodeList found = parent.getElementsByTagName(child);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  @Test
  void everyPartHasItsLicencesText() {
    assertThat(Part.all())
        .allSatisfy(part ->
            assertThat(part.text())
                .contains(part.copyright())
                .containsIgnoringCase("warrant")
                .doesNotContain("@"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theLicenceOfThePartChosenCanBeRead(ThemeChoice look) throws IOException {
    Overlay overlay = onFx(Overlay::new);
    Scene scene =
        onFx(() -> {
          Scene made = new Scene(overlay, 1280, 800);
          theme().apply(made);
          theme().choice().set(look);
          Licences.show(overlay);
          return made;
        });
    ListView<?> parts = find(scene, "#parts", ListView.class);
    TextArea text = find(scene, "#licence-text", TextArea.class);
    assertThat(text.getText()).contains("Apache License");
    press(parts, KeyCode.END, false);
    press(parts, KeyCode.SPACE, false);
    String last = Part.all().getLast().name();
    until(
        "the last part",
        () -> last.equals(String.valueOf(parts.getSelectionModel().getSelectedItem())));
    assertThat(text.getText()).isEqualTo(Part.all().getLast().text());
    assertThat(Files.size(picture(scene, "licences-" + look))).isGreaterThan(20_000);
    press(parts, KeyCode.ESCAPE, false);
    assertThat(overlay.isVisible()).isFalse();
  }
}
