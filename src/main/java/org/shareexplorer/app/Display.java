package org.shareexplorer.app;

import java.util.Locale;
import java.util.Map;

/** Whether there is a screen to draw on. */
final class Display {

  private Display() {}

  /** {@return whether a window can be opened} */
  static boolean present() {
    return present(System.getProperty("os.name"), System.getenv())
        && !"Headless".equals(System.getProperty("glass.platform"));
  }

  static boolean present(String system, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    return os.contains("win")
        || os.contains("mac")
        || !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  /** Has JavaFX draw into memory; to be called before it starts. */
  static void doWithout() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }
}
