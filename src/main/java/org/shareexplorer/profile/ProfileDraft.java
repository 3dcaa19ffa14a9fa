package org.shareexplorer.profile;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.ProblemException;

/** A credential file as it came, perhaps with gaps to be filled in. Holds a secret; not printed. */
public final class ProfileDraft {

  private final ProfileFields fields;
  private final String text;
  private final Path folder;

  private ProfileDraft(ProfileFields fields, String text, Path folder) {
    this.fields = fields;
    this.text = text;
    this.folder = folder;
  }

  /** {@return what is in a file; its fields are not checked yet} */
  public static ProfileDraft read(Path file) {
    String text = ProfileReader.text(file);
    return new ProfileDraft(
        ProfileFields.parse(text, ProfileReader.name(file)), text, ProfileReader.folder(file));
  }

  /**
   * {@return what is in a text}
   *
   * @param source what to call the text in messages: a file's name, a variable's
   */
  public static ProfileDraft of(String text, String source) {
    return new ProfileDraft(ProfileFields.parse(text, source), text, Path.of(""));
  }

  /** {@return what to call it in messages; names the connection, if it is a file's name} */
  public String source() {
    return fields.source();
  }

  /**
   * {@return what is still to be filled in; nothing for what is no profile, or of no known kind}
   */
  public List<ProfileGap> gaps() {
    String type =
        fields.has("type") || fields.has("bearerToken") ? CredentialFields.type(fields) : "";
    return Arrays.stream(ProfileGap.values()).filter(gap -> gap.in(fields.json(), type)).toList();
  }

  /**
   * {@return the address to warn of, if there is one: the server's, or that of what gives out
   * tokens for it}
   */
  public Optional<URI> unencrypted() {
    return PlainHttp.first(
        Stream.of(
                address(() -> AddressField.endpoint(fields)),
                address(() -> CredentialFields.tokenEndpoint(fields)))
            .flatMap(Optional::stream));
  }

  /** What is no address is refused later, when all fields are looked at. */
  private static Optional<URI> address(Supplier<@Nullable URI> field) {
    try {
      return Optional.ofNullable(field.get());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** {@return the draft with gaps filled in} */
  public ProfileDraft with(Map<ProfileGap, String> values) {
    ProfileFields filled = ProfileFields.parse(text, source());
    values.forEach((gap, value) -> gap.fill(filled.json(), value));
    return new ProfileDraft(filled, filled.json().toPrettyString(), folder);
  }

  /**
   * {@return the profile}
   *
   * @throws org.shareexplorer.problem.ProblemException if a field is missing or wrong
   */
  Profile profile() {
    return ProfileReader.parse(text, source(), folder);
  }

  /** {@return the text to be kept} */
  String kept(Profile profile) {
    return ProfileText.kept(text, source(), profile);
  }

  @Override
  public String toString() {
    return "ProfileDraft[" + source() + "]";
  }
}
