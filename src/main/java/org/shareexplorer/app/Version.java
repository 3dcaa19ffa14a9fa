package org.shareexplorer.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;

/** Which release this is, as the jar's manifest states. */
final class Version {

  /** The attribute of the manifest that says where newer releases are told of. */
  private static final String RELEASES = "Releases-Address";

  private Version() {}

  /** {@return the version, or "development" where there is no jar} */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** {@return the address that tells of newer releases; empty if this build was given none} */
  static String releases() {
    CodeSource source = Version.class.getProtectionDomain().getCodeSource();
    try {
      Path place = source == null ? Path.of("") : Path.of(source.getLocation().toURI());
      if (Files.isRegularFile(place)) {
        try (JarFile jar = new JarFile(place.toFile())) {
          String address = jar.getManifest().getMainAttributes().getValue(RELEASES);
          return address == null ? "" : address.strip();
        }
      }
    } catch (IOException | URISyntaxException e) {
      // Then nobody is asked.
    }
    return "";
  }
}
