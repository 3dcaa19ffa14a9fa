package org.shareexplorer.app;

/** Which release this is. */
final class Version {

  private Version() {}

  /**
   * {@return the version that the jar's manifest states, or "development" where there is no jar}
   */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
