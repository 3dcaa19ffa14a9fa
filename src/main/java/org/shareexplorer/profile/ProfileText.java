package org.shareexplorer.profile;

import java.io.IOException;
import java.nio.file.Path;
import org.shareexplorer.settings.PrivateFiles;

/** Profiles as texts: as they are kept and as they are given away, unknown fields and all. */
final class ProfileText {

  private ProfileText() {}

  /** {@return the text to be kept: it holds the private key that the given one only names} */
  static String kept(String text, String source, Profile profile) {
    if (!(profile.credential() instanceof Credential.PrivateKeyJwt jwt)) {
      return text;
    }
    ProfileFields fields = ProfileFields.parse(text, source);
    KeyFields.keep(fields.within("auth").within("privateKey"), jwt.key());
    return fields.json().toPrettyString();
  }

  /** Writes a kept text as other programs read it. */
  static void write(String kept, CredentialKind kind, Path file, boolean withSecrets)
      throws IOException {
    if (!withSecrets) {
      PrivateFiles.write(file, withoutSecrets(kept));
    } else if (kind == CredentialKind.OAUTH_PRIVATE_KEY) {
      Path keyFile =
          file.resolveSibling(ProfileReader.name(file).replaceFirst("\\.share$", "") + ".pem");
      ProfileFields fields = ProfileFields.parse(kept, "the profile");
      PrivateFiles.write(
          keyFile, KeyFields.takeOut(fields.within("auth").within("privateKey"), keyFile));
      PrivateFiles.write(file, fields.json().toPrettyString() + "\n");
    } else {
      PrivateFiles.write(file, kept);
    }
  }

  /** {@return a kept text with placeholders for its secrets} */
  private static String withoutSecrets(String kept) {
    ProfileFields fields = ProfileFields.parse(kept, "the profile");
    for (ProfileGap gap : ProfileGap.values()) {
      if (gap.secret()) {
        gap.leave(fields.json());
      }
    }
    return fields.json().toPrettyString() + "\n";
  }
}
