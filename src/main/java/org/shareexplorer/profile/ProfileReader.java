package org.shareexplorer.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * Reads credential files (protocol, "Profile File Format"). Every fault is a {@link
 * ProblemException} that names the field and the remedy, and quotes nothing of the file.
 */
public final class ProfileReader {

  /** The most that is read of a file, in bytes: real ones have a few hundred. */
  private static final int MOST = 1 << 20;

  private static final int NEWEST_VERSION = 2;

  private ProfileReader() {}

  /** {@return the profile in a file} */
  public static Profile read(Path file) {
    return parse(text(file), name(file), folder(file));
  }

  /**
   * {@return the profile in a text}
   *
   * @param source what to call the text in messages: a file's name, a variable's
   */
  public static Profile parse(String text, String source) {
    return parse(text, source, Path.of(""));
  }

  /**
   * {@return the profile in a text}
   *
   * @param source what to call the text in messages
   * @param folder where files that it names are, unless it says where
   */
  static Profile parse(String text, String source, Path folder) {
    ProfileFields fields = ProfileFields.parse(text, source);
    int version = fields.version();
    if (version > NEWEST_VERSION) {
      throw fields.unsupported(
          "Its shareCredentialsVersion is "
              + version
              + ", and this application knows versions up to "
              + NEWEST_VERSION
              + ".",
          "Update Share Explorer.");
    }
    String type = CredentialFields.type(fields);
    return new Profile(
        version,
        AddressField.endpoint(fields),
        CredentialFields.credential(fields, type, folder),
        fields.optionalWord("expirationTime").flatMap(ExpirationTime::parse));
  }

  /** {@return the text of a credential file, unchecked but for its size; holds a secret} */
  static String text(Path file) {
    byte[] bytes;
    try (InputStream in = open(file)) {
      bytes = in.readNBytes(MOST + 1);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "There is no such file.", "Check the path.");
    } catch (AccessDeniedException e) {
      throw unreadable(
          file, "You are not allowed to read it.", "Give yourself the right to read the file.");
    } catch (IOException e) {
      throw unreadable(file, "Reading it failed.", "Copy the file to this computer and try again.");
    }
    if (bytes.length > MOST) {
      throw unreadable(
          file,
          "It is larger than 1 MB, which no credential file is.",
          "Choose the file that the provider sent, usually called config.share.");
    }
    return decoded(bytes, file);
  }

  /** {@return what to call a file in messages} */
  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** {@return the folder that a file is in} */
  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw unreadable(file, "It is a folder.", "Choose the credential file itself.");
    }
    return Files.newInputStream(file);
  }

  /** UTF-8, or what a byte order mark says: some Windows programs write UTF-16. */
  private static String decoded(byte[] bytes, Path file) {
    Charset charset =
        starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)
            ? StandardCharsets.UTF_16
            : StandardCharsets.UTF_8;
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(
              ProblemCode.PROFILE_MALFORMED,
              ProfileFields.cannotUse(name(file)),
              "It is not a text.",
              "Choose the file that the provider sent, usually called config.share.")
          .asException();
    }
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static ProblemException unreadable(Path file, String why, String remedy) {
    return new Problem(
            ProblemCode.PROFILE_UNREADABLE,
            "The credential file " + name(file) + " cannot be read.",
            why,
            remedy)
        .asException();
  }
}
