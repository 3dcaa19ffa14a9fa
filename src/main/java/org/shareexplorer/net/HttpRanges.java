package org.shareexplorer.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.activity.Asker;

/** Reads parts of files by HTTP range requests. */
public final class HttpRanges implements RangeReader {

  /** The largest file that is taken whole from a storage that does not know ranges, in bytes. */
  private static final int SMALL = 8 << 20;

  private final Http http;
  private final FileMarks marks = new FileMarks();

  /** Reads through a stack, which stays the caller's to close. */
  public HttpRanges(Http http) {
    this.http = http.asking(Asker.Kind.FILE);
  }

  @Override
  public byte[] read(String address, long offset, int length, long fileSize, Job job) {
    FileProblems problems = new FileProblems(address);
    if (offset < 0 || length < 1 || (fileSize != ANY_SIZE && offset + length > fileSize)) {
      throw new IllegalArgumentException("range outside the file");
    }
    HttpRequest request =
        HttpRequest.get(
            address,
            Map.of(
                "Range",
                "bytes=" + offset + "-" + (offset + length - 1),
                "Accept-Encoding",
                "identity"),
            problems.failure());
    return http.exchange(
        request,
        job,
        answer -> {
          if (answer.successful()
              && !answer.header("ETag").map(mark -> marks.same(address, mark)).orElse(true)) {
            throw problems.changed();
          }
          return switch (answer.status()) {
            case 206 -> part(answer, offset, length, fileSize, problems);
            case 200 -> whole(answer, offset, length, fileSize, problems);
            default ->
                throw StorageRefusal.of(answer.status(), answer.bytes(StorageRefusal.LONGEST))
                    .problem(problems);
          };
        });
  }

  private static byte[] part(
      HttpAnswer answer, long offset, int length, long fileSize, FileProblems problems)
      throws IOException {
    String range = answer.header("Content-Range").orElse("").strip();
    String total = range.substring(range.lastIndexOf('/') + 1);
    String expected =
        "bytes %d-%d/%s"
            .formatted(offset, offset + length - 1, fileSize == ANY_SIZE ? total : fileSize);
    if (!range.equalsIgnoreCase(expected)) {
      throw fileSize != ANY_SIZE && total.matches("\\d+") && !total.equals(Long.toString(fileSize))
          ? problems.otherSize(total, fileSize)
          : problems.otherRange(expected, range);
    }
    return bytes(plain(answer, problems).body(), length);
  }

  /** Ranges are optional in HTTP: then the whole file comes. */
  private static byte[] whole(
      HttpAnswer answer, long offset, int length, long fileSize, FileProblems problems)
      throws IOException {
    if (answer.isWebPage()) {
      throw problems.webPage("HTTP 200, " + answer.header("Content-Type").orElse(""));
    }
    if (fileSize != ANY_SIZE && answer.length() >= 0 && answer.length() != fileSize) {
      throw problems.otherSize(Long.toString(answer.length()), fileSize);
    }
    if (Math.max(fileSize, offset + length) > SMALL) {
      throw problems.noRanges();
    }
    InputStream body = plain(answer, problems).body();
    body.skipNBytes(offset);
    return bytes(body, length);
  }

  private static HttpAnswer plain(HttpAnswer answer, FileProblems problems) {
    String encoding = answer.header("Content-Encoding").orElse("identity").strip();
    if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
      throw problems.encoded();
    }
    return answer;
  }

  private static byte[] bytes(InputStream body, int length) throws IOException {
    byte[] bytes = body.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("body ended after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }
}
