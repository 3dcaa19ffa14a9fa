package org.shareexplorer.protocol.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpAnswer;
import org.shareexplorer.net.HttpRequest;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Redaction;
import org.shareexplorer.settings.PrivateFiles;

/**
 * Fetches the credential behind an activation link. As the link works once, what comes is written
 * to a private file while it comes, before anybody looks at it; the file stays until {@link
 * Fetched#done()}. The request is never sent twice.
 */
public final class Activation {

  private static final int LONGEST = 1 << 20;
  private static final int LONGEST_ERROR = 16 << 10;

  private final Http http;
  private final Path folder;

  /** Fetches through a stack, and keeps what comes in a folder. */
  public Activation(Http http, Path folder) {
    this.http = http.asking(Asker.Kind.CREDENTIAL);
    this.folder = folder;
  }

  /**
   * What came; holds a secret.
   *
   * @param text the credential file's text, unread
   * @param kept where it is kept
   */
  public record Fetched(String text, Path kept) {

    /** Deletes the file, once the credential is kept elsewhere. */
    public void done() {
      try {
        Files.deleteIfExists(kept);
      } catch (IOException e) {
        // It lies there for its owner alone.
      }
    }

    /** {@return a problem with what came, which says where it is kept} */
    public ProblemException unusable(Problem problem) {
      return new Problem(
              problem.code(),
              "The link was used, but what it gave cannot be used.",
              problem.why(),
              "Nothing is lost: the answer is kept in "
                  + kept
                  + ". Ask the provider for a new link.",
              problem.detail())
          .asException();
    }

    @Override
    public String toString() {
      return "Fetched[" + kept + "]";
    }
  }

  /** Uses the link up. */
  public Fetched fetch(ActivationLink link, Job job) {
    Path file = folder.resolve("answer-" + UUID.randomUUID() + ".json");
    Redaction redaction = new Redaction(List.of(link.token()));
    HttpRequest request =
        new HttpRequest(
            "GET",
            link.address(),
            Map.of("Accept", "application/json"),
            null,
            "The credential could not be fetched from " + link.host() + ".",
            HttpRequest.Care.ONCE);
    return http.exchange(
        request,
        job,
        answer -> {
          if (answer.status() != 200) {
            throw refused(link, answer, redaction);
          }
          if (answer.isWebPage()) {
            throw problem(
                link,
                "It answered with a web page instead of a credential file.",
                "If this network asks for a sign-in in the browser, do that first; else open the"
                    + " link in a browser.",
                redaction.of(text(answer.bytes(LONGEST_ERROR))));
          }
          return new Fetched(text(keep(answer, file, link)), file);
        });
  }

  private static byte[] keep(HttpAnswer answer, Path file, ActivationLink link) throws IOException {
    try (OutputStream out = PrivateFiles.create(file)) {
      InputStream body = answer.body();
      byte[] part = new byte[8 << 10];
      int total = 0;
      while (true) {
        int read;
        try {
          read = body.read(part);
        } catch (IOException e) {
          throw brokenOff(link, file);
        }
        if (read < 0 || total > LONGEST) {
          break;
        }
        out.write(part, 0, read);
        total += read;
      }
    }
    return Files.readAllBytes(file);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ProblemException brokenOff(ActivationLink link, Path file) {
    return problem(
        link,
        "The answer broke off.",
        "What came of it is kept in " + file + ". Ask the provider for a new link.",
        "");
  }

  private static ProblemException refused(
      ActivationLink link, HttpAnswer answer, Redaction redaction) throws IOException {
    int status = answer.status();
    String detail = redaction.of("HTTP " + status + "\n" + text(answer.bytes(LONGEST_ERROR)));
    if (status == 401 || status == 403) {
      return problem(
          link,
          "It does not give it to this network, or no longer.",
          "Ask the provider whether your network is allowed, and for a new link.",
          detail);
    }
    return status == 429 || status >= 500
        ? problem(
            link,
            "It failed with the status " + status + ".",
            "The link may still work: try again later.",
            detail)
        : problem(
            link,
            "The link was used before, has ended, or is not complete.",
            "Ask the provider for a new link.",
            detail);
  }

  private static ProblemException problem(
      ActivationLink link, String why, String remedy, String detail) {
    return new Problem(
            ProblemCode.ACTIVATION,
            "The credential could not be fetched from " + link.host() + ".",
            why,
            remedy,
            detail)
        .asException();
  }
}
