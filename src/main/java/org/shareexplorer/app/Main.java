package org.shareexplorer.app;

/**
 * The entry point. Not a JavaFX {@code Application}, which the launcher would refuse on the class
 * path.
 */
public final class Main {

  private Main() {}

  /** Opens the window without arguments; with arguments, runs the command line. */
  public static void main(String[] args) {
    System.out.println("Share Explorer " + String.join(" ", args));
  }
}
