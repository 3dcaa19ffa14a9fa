package org.shareexplorer.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** A start of the program, as far as finding its window goes, in a process of its own. */
final class FurtherStart {

  private FurtherStart() {}

  /** Its arguments: the folder, and what to open, in hexadecimal digits or "stay". */
  public static void main(String... arguments) throws InterruptedException {
    boolean stay = arguments[1].equals("stay");
    String what =
        stay ? "" : new String(HexFormat.of().parseHex(arguments[1]), StandardCharsets.UTF_8);
    Instance.Found found = Instance.find(Path.of(arguments[0]), what);
    System.out.println(found.handedOver() ? "handed over" : "own window");
    System.out.flush();
    if (stay) {
      Thread.sleep(60_000);
    }
  }
}
