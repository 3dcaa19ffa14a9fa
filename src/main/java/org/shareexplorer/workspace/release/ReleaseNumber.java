package org.shareexplorer.workspace.release;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release's number, ordered by the rules of Semantic Versioning 2.0.0, section 11: {@code 1.10.0}
 * comes after {@code 1.9.0}, and {@code 1.0.0-rc.1} before {@code 1.0.0}.
 *
 * @param parts the numbers, without zeros at their end, so that {@code 1.2} is {@code 1.2.0}
 * @param preview what comes after a hyphen; nothing for a release proper
 * @param text as it was written, without a leading {@code v}
 */
public record ReleaseNumber(List<BigInteger> parts, List<String> preview, String text)
    implements Comparable<ReleaseNumber> {

  private static final int LONGEST = 60;

  private static final Pattern FORM =
      Pattern.compile(
          "[vV]?((\\d+(?:\\.\\d+){0,5})(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?)");

  /** {@return the number that a text or a tag such as {@code v1.2.0} states, if it is one} */
  public static Optional<ReleaseNumber> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (text.length() > LONGEST || !form.matches()) {
      return Optional.empty();
    }
    List<BigInteger> parts =
        Arrays.stream(form.group(2).split("\\.", -1)).map(BigInteger::new).toList();
    int length = parts.size();
    while (length > 1 && parts.get(length - 1).signum() == 0) {
      length--;
    }
    String preview = form.group(3);
    return Optional.of(
        new ReleaseNumber(
            parts.subList(0, length),
            preview == null ? List.of() : List.of(preview.split("\\.", -1)),
            form.group(1)));
  }

  @Override
  public int compareTo(ReleaseNumber other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int order = parts.get(i).compareTo(other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (parts.size() != other.parts.size()) {
      return Integer.compare(parts.size(), other.parts.size());
    }
    if (preview.isEmpty() || other.preview.isEmpty()) {
      return Boolean.compare(preview.isEmpty(), other.preview.isEmpty());
    }
    return previews(other);
  }

  private int previews(ReleaseNumber other) {
    int shared = Math.min(preview.size(), other.preview.size());
    for (int i = 0; i < shared; i++) {
      int order = identifiers(preview.get(i), other.preview.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(preview.size(), other.preview.size());
  }

  /** Numbers come before words. */
  private static int identifiers(String one, String other) {
    boolean number = one.matches("\\d+");
    if (number != other.matches("\\d+")) {
      return number ? -1 : 1;
    }
    return number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }

  /** Equal are numbers that come neither before nor after each other. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ReleaseNumber that
        && parts.equals(that.parts)
        && preview.equals(that.preview);
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + preview.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
