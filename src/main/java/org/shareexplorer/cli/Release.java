package org.shareexplorer.cli;

/** Which release this is. */
final class Release {

  private Release() {}

  /** {@return the version as the jar has it; a build folder has none} */
  static String text() {
    String version = Release.class.getPackage().getImplementationVersion();
    return version == null ? "(from its sources)" : version;
  }
}
