package org.shareexplorer.net;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.problem.ProblemException;

/**
 * Why a storage does not hand out a file, by its status and by the names that S3, Azure and Google
 * Cloud have for errors. Names that are not known here mean what their status means.
 *
 * @param status the answer's status
 * @param code the storage's name for the error; may be empty
 * @param message its words, without signatures; may be empty
 * @param webPage whether something else answered, in the storage's place, with a page to be read
 */
record StorageRefusal(int status, String code, String message, boolean webPage) {

  /** How much of a body is read for it, in bytes. */
  static final int LONGEST = 16 << 10;

  private static final int LONGEST_MESSAGE = 400;
  private static final Pattern CODE = Pattern.compile("<Code>\\s*([\\w.]{1,80})\\s*</Code>");
  private static final Pattern WORDS =
      Pattern.compile(
          "<(?:Message|Details|AuthenticationErrorDetail)>(.*?)"
              + "</(?:Message|Details|AuthenticationErrorDetail)>",
          Pattern.DOTALL);
  private static final Pattern NOT_YET =
      Pattern.compile("not valid yet|not yet valid|before its start", Pattern.CASE_INSENSITIVE);

  /** Whatever is long and of one piece may be a signature, or a part of one. */
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/=%_-]{24,}");

  static StorageRefusal of(int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    Matcher code = CODE.matcher(text);
    StringBuilder words = new StringBuilder();
    for (Matcher each = WORDS.matcher(text); each.find(); ) {
      words.append(each.group(1).strip()).append('\n');
    }
    String message = LONG_WORD.matcher(words.toString().strip()).replaceAll("…");
    String begin = text.stripLeading().toLowerCase(Locale.ROOT);
    return new StorageRefusal(
        status,
        code.find() ? code.group(1) : "",
        message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…",
        begin.startsWith("<!doctype html") || begin.startsWith("<html"));
  }

  /** {@return status, code and words, to be folded below the sentences} */
  String detail() {
    return ("HTTP " + status + (code.isEmpty() ? "" : " " + code) + "\n" + message).strip();
  }

  ProblemException problem(FileProblems problems) {
    if (webPage) {
      return problems.webPage(detail());
    }
    return switch (code) {
      case "AuthorizationFailure", "NetworkAclDenied", "PublicAccessNotPermitted" ->
          problems.firewall(detail());
      case "AuthorizationSourceIPMismatch" -> problems.otherNetwork(detail());
      case "RequestTimeTooSkewed" -> problems.clocks(detail());
      case "SignatureDoesNotMatch" -> problems.altered(detail());
      case "AuthorizationProtocolMismatch" -> problems.unencrypted(detail());
      case "AccessDenied" -> denied(problems);
      default -> NOT_YET.matcher(message).find() ? problems.clocks(detail()) : byStatus(problems);
    };
  }

  /** S3 and Google Cloud have one name for many reasons. */
  private ProblemException denied(FileProblems problems) {
    String said = message.toLowerCase(Locale.ROOT);
    if (said.contains("expired")) {
      return problems.expired(detail());
    }
    if (NOT_YET.matcher(message).find()) {
      return problems.clocks(detail());
    }
    return said.contains("vpc")
            || said.contains("organization's policy")
            || said.contains("explicit deny")
        ? problems.firewall(detail())
        : problems.denied(detail());
  }

  private ProblemException byStatus(FileProblems problems) {
    return switch (status) {
      // Storages answer 400 (GCS), 401 or 403 (S3, Azure) to a signature that has ended.
      case 400, 401, 403 -> problems.expired(detail());
      case 404, 410 -> problems.gone(detail());
      case 416 -> problems.otherSize("another number of", -1);
      default -> problems.unavailable(status, detail());
    };
  }
}
