package org.shareexplorer.app;

import javafx.application.Application;

/** Temporary. */
public final class Main {

  private Main() {}

  /** Temporary. */
  public static void main(String[] args) {
    if (System.getenv("DISPLAY") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
      Application.launch(PicturesApp.class, args);
    } else {
      Application.launch(WindowApp.class, args);
    }
  }
}
