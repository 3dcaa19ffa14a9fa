package org.shareexplorer.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.shareexplorer.problem.ProblemException;

/**
 * The fields of a profile that name a private key. Profiles name the key's file; a remembered
 * connection holds the key itself, so that it works without the file.
 */
final class KeyFields {

  private static final String FILE = "privateKeyFile";

  /** Our own field; other programs pass it over. */
  private static final String PEM = "privateKeyPem";

  private static final String USUAL_ALGORITHM = "RS256";

  private KeyFields() {}

  /**
   * {@return the key}
   *
   * @param fields those of {@code privateKey}
   * @param folder where the file is, unless the field says where
   */
  static SigningKey key(ProfileFields fields, Path folder) {
    String pem =
        fields.has(PEM) ? fields.text(PEM) : ProfileReader.text(file(fields, folder)).strip();
    if (!pem.contains("-----BEGIN ")) {
      throw fields.wrong(FILE, "The file of the private key is no PEM text.");
    }
    return new SigningKey(
        new Secret(pem),
        fields.text("keyId"),
        fields.optionalText("algorithm").orElse(USUAL_ALGORITHM));
  }

  private static Path file(ProfileFields fields, Path folder) {
    try {
      return folder.resolve(fields.text(FILE));
    } catch (InvalidPathException e) {
      throw noPath(fields);
    }
  }

  private static ProblemException noPath(ProfileFields fields) {
    return fields.wrong(FILE, "The field " + fields.path(FILE) + " names no file.");
  }

  /** Puts the key itself beside its file's name. */
  static void keep(ProfileFields fields, SigningKey key) {
    fields.json().put(PEM, key.pem().reveal());
  }

  /** {@return the key itself, taken out; its file is named instead} */
  static String takeOut(ProfileFields fields, Path file) {
    String pem = fields.text(PEM);
    fields.json().remove(PEM);
    fields.json().put(FILE, file.toString());
    return pem + "\n";
  }
}
