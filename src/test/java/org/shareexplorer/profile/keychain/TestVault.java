package org.shareexplorer.profile.keychain;

import java.nio.file.Path;
import java.util.List;

/** Vaults that leave the keychain of whoever runs the tests alone. */
public final class TestVault {

  private TestVault() {}

  /** {@return a vault whose key lies in a file} */
  public static Vault in(Path config) {
    return new Vault(List.of(new KeyFile(config.resolve("key"))));
  }
}
