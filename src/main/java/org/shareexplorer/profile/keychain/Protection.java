package org.shareexplorer.profile.keychain;

/** What guards the key of the secrets, and so what they are guarded from. */
public enum Protection {
  /** The Secret Service of a Linux desktop: GNOME's keyring, KDE's wallet, KeePassXC. */
  SECRET_SERVICE(
      "secret-service",
      "It is kept encrypted, and the key lies in your desktop's keyring: others who get at your"
          + " files cannot read it."),
  /** The keychain of macOS. */
  MACOS_KEYCHAIN(
      "macos-keychain",
      "It is kept encrypted, and the key lies in your keychain: others who get at your files cannot"
          + " read it."),
  /** Windows' protection of data by an account's password (DPAPI). */
  WINDOWS_ACCOUNT(
      "windows-dpapi",
      "It is kept encrypted under a key that Windows protects for your account: others who get at"
          + " your files cannot read it."),
  /** A file that its owner alone may read. */
  PRIVATE_FILE(
      "file",
      "No keychain is at hand, so it is kept encrypted and the key lies in a file that only you may"
          + " read: other users of this computer cannot read it, but programs that you run can, and"
          + " whoever copies the whole folder."),
  /** Nothing but this program's memory. */
  MEMORY("memory", "It is not kept when the application ends.");

  private final String id;
  private final String sentence;

  Protection(String id, String sentence) {
    this.id = id;
    this.sentence = sentence;
  }

  /** {@return the name by which files tell where their key is} */
  public String id() {
    return id;
  }

  /** {@return what it means for a credential, for a person} */
  public String sentence() {
    return sentence;
  }

  /** {@return whether it is a keychain of the system, which guards from copies of the files} */
  public boolean keychain() {
    return this == SECRET_SERVICE || this == MACOS_KEYCHAIN || this == WINDOWS_ACCOUNT;
  }
}
