package org.shareexplorer.profile.keychain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.job.Jobs;

/** The places for keys that this computer has. */
public final class KeyPlaces {

  /** The system property that, set to {@code off}, leaves the system's keychain alone. */
  private static final String SWITCH = "share-explorer.keychain";

  private KeyPlaces() {}

  /**
   * {@return the places, the best first; the last one, a file, is always there}
   *
   * @param config the folder for the file
   * @param jobs has threads that may block in native code
   */
  public static List<KeyPlace> of(Path config, Jobs jobs) {
    return of(
        System.getProperty("os.name"), "off".equals(System.getProperty(SWITCH)), config, jobs);
  }

  static List<KeyPlace> of(String system, boolean off, Path config, Jobs jobs) {
    List<KeyPlace> places = new ArrayList<>();
    String os = system.toLowerCase(Locale.ROOT);
    if (!off) {
      if (os.contains("win")) {
        WindowsAccount.find(config).ifPresent(places::add);
      } else if (os.contains("mac")) {
        places.add(new MacKeychain(MacKeychain.PROGRAM));
      } else {
        SecretService.find(jobs).ifPresent(places::add);
      }
    }
    places.add(new KeyFile(config.resolve("key")));
    return List.copyOf(places);
  }
}
