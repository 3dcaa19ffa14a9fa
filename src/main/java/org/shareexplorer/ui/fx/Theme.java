package org.shareexplorer.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Window;
import org.shareexplorer.settings.ThemeChoice;

/**
 * The look of every window: fonts, base theme, style sheets, and whether they are dark. One per
 * program; FX thread only.
 */
public final class Theme {

  private static final String FOLDER = "/org/shareexplorer/ui/";

  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.otf",
          "Inter-Italic.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Bold.ttf");

  /** Colours first; the sheets of single screens after what they share. */
  private static final List<String> SHEETS =
      Stream.of(
              "tokens",
              "app",
              "table",
              "filter",
              "charts",
              "profile",
              "changes",
              "doctor",
              "activity",
              "sql",
              "pivot",
              "dashboard",
              "tour")
          .map(name -> Theme.class.getResource(FOLDER + name + ".css"))
          .filter(Objects::nonNull)
          .map(URL::toExternalForm)
          .toList();

  private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  /** Loads the fonts and dresses every window, also popups, from now on. */
  public Theme() {
    FONTS.forEach(Theme::load);
    dark.subscribe(now -> applyBase());
    choice.subscribe(now -> decide());
    Platform.getPreferences().colorSchemeProperty().subscribe(now -> decide());
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().stream()
                        .map(Window::getScene)
                        .filter(Objects::nonNull)
                        .forEach(this::dress);
                  }
                });
  }

  private static void load(String font) {
    try (InputStream file = Theme.class.getResourceAsStream(FOLDER + "fonts/" + font)) {
      Font.loadFont(file, 13);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what the person wants; may be set} */
  public ObjectProperty<ThemeChoice> choice() {
    return choice;
  }

  /** {@return whether the windows are dark now} */
  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /** Changes to the other one of light and dark, whatever was wanted before. */
  public void toggle() {
    choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  /**
   * Dresses a scene before its window is shown, and again whenever the theme changes. The theme
   * outlives its windows: it keeps none of them.
   */
  public void apply(Scene scene) {
    dress(scene);
    InvalidationListener again = _ -> dress(scene);
    scene.getProperties().put(Theme.class, again);
    dark.addListener(new WeakInvalidationListener(again));
  }

  private void decide() {
    dark.set(
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
  }

  private void applyBase() {
    Application.setUserAgentStylesheet(
        (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    Window.getWindows().stream()
        .map(Window::getScene)
        .filter(Objects::nonNull)
        .forEach(this::dress);
  }

  private void dress(Scene scene) {
    if (!scene.getStylesheets().containsAll(SHEETS)) {
      scene.getStylesheets().setAll(SHEETS);
    }
    List<String> classes = scene.getRoot().getStyleClass();
    if (!dark.get()) {
      classes.remove("dark");
    } else if (!classes.contains("dark")) {
      classes.add("dark");
    }
  }
}
