package org.shareexplorer.provider.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves data files under signed addresses, whole or in part, and refuses in XML as S3 does. */
final class FileEndpoint {

  private static final int CHUNK = 64 << 10;

  private final Path root;
  private final FileAddresses addresses;

  FileEndpoint(Path root, FileAddresses addresses) {
    this.root = root;
    this.addresses = addresses;
  }

  void serve(Request request) throws IOException {
    Map<String, String> parameters = request.parameters();
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      refuse(request, 405, "MethodNotAllowed", "The method is not allowed on this resource.");
    } else if (request.header("Authorization").isPresent()) {
      refuse(request, 400, "InvalidArgument", "Only one way of authorization is allowed.");
    } else {
      switch (addresses.judge(request.rawPath(), parameters)) {
        case FORGED ->
            refuse(request, 403, "SignatureDoesNotMatch", "The signature does not match.");
        case EXPIRED -> refuse(request, 403, "AccessDenied", "Request has expired");
        case GOOD -> send(request, Long.parseLong(parameters.getOrDefault("size", "")));
      }
    }
  }

  private void send(Request request, long signedSize) throws IOException {
    try (FileChannel file = FileChannel.open(file(request.segments()))) {
      long size = file.size();
      if (size != signedSize) {
        throw new NoSuchFileException("replaced");
      }
      String tag = '"' + Long.toHexString(size) + '-' + hash(request.rawPath()) + '"';
      request.answerHeader("ETag", tag);
      request.answerHeader("Accept-Ranges", "bytes");
      request.answerHeader("Content-Type", "application/octet-stream");
      boolean sameFile = request.header("If-Range").map(tag::equals).orElse(true);
      Optional<ByteRange> range =
          sameFile
              ? request.header("Range").flatMap(header -> ByteRange.of(header, size))
              : Optional.empty();
      if (range.isPresent() && !range.get().satisfiable()) {
        request.answerHeader("Content-Range", "bytes */" + size);
        refuse(request, 416, "InvalidRange", "The requested range is not satisfiable");
        return;
      }
      ByteRange part = range.orElse(new ByteRange(0, size - 1));
      if (range.isPresent()) {
        request.answerHeader(
            "Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
      }
      try (OutputStream out = request.answer(range.isPresent() ? 206 : 200, part.length())) {
        if (request.method().equals("GET")) {
          copy(file, part, out);
        }
      }
    } catch (NoSuchFileException e) {
      refuse(request, 404, "NoSuchKey", "The specified key does not exist.");
    }
  }

  /**
   * A good signature means that this server made up the path; that the file lies below the root,
   * links followed, is looked at all the same.
   */
  private Path file(List<String> segments) throws IOException {
    Path file = root.resolve(String.join("/", segments.subList(1, segments.size())));
    if (!file.normalize().equals(file)
        || !Files.isRegularFile(file)
        || !file.toRealPath().startsWith(root.toRealPath())) {
      throw new NoSuchFileException("outside");
    }
    return file;
  }

  private static void copy(FileChannel file, ByteRange part, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, part.length()));
    long position = part.first();
    while (position <= part.last()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), part.last() - position + 1));
      int read = file.read(buffer, position);
      if (read < 0) {
        throw new IOException("The file became shorter");
      }
      out.write(buffer.array(), 0, read);
      position += read;
    }
  }

  private static String hash(String text) {
    return Integer.toHexString(text.hashCode());
  }

  private static void refuse(Request request, int status, String code, String message)
      throws IOException {
    request.answer(
        status,
        "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error>");
  }
}
