package org.shareexplorer.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A sharing server and a storage at the far end of a {@link Link}. Each folder below its root is a
 * table: data files, and {@link BenchTables#LINES}, the answer to a query with {@link #ORIGIN} in
 * place of this server's address. Any token will do.
 */
final class BenchServer implements AutoCloseable {

  /** Stands for scheme, host and port. */
  static final String ORIGIN = "{origin}";

  /** The answer where version 0 is asked for; without it, there is no other version. */
  static final String EARLIER = "answer-0.ndjson";

  /** The answer to a question for changes; without it, there are none. */
  static final String FEED = "changes.ndjson";

  private static final int CHUNK = 16 << 10;

  private final Path root;
  private final Link link;
  private final ServerSocket socket;

  private BenchServer(Path root, Link link, ServerSocket socket) {
    this.root = root;
    this.link = link;
    this.socket = socket;
  }

  static BenchServer start(Path root, Link link) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    BenchServer server = new BenchServer(root, link, socket);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  String origin() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private record Request(String path, Map<String, String> headers, String body) {}

  private void serve(Socket connection) {
    try (connection;
        InputStream in = new BufferedInputStream(connection.getInputStream());
        OutputStream out = connection.getOutputStream()) {
      for (boolean first = true; ; first = false) {
        Request request = request(in);
        if (request.path.isEmpty()) {
          return;
        }
        if (request.path.startsWith("/traffic")) {
          traffic(request.path, out);
          continue;
        }
        if (first) {
          link.connect();
        }
        boolean file = request.path.startsWith("/files/");
        link.request(file);
        if (file) {
          file(request, out);
        } else {
          lines(request, out);
        }
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static Request request(InputStream in) throws IOException {
    String[] start = line(in).split(" ", -1);
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Request(start.length > 1 ? start[1] : "", headers, new String(body, UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(ISO_8859_1);
  }

  /** Not part of what is measured: {@code /traffic} tells the counts, {@code /traffic/0} resets. */
  private void traffic(String path, OutputStream out) throws IOException {
    if (path.endsWith("/0")) {
      link.forget();
    }
    Link.Traffic now = link.traffic();
    byte[] text =
        (now.connections()
                + " "
                + now.requests()
                + " "
                + now.fileRequests()
                + " "
                + now.bytes()
                + " "
                + now.fileBytes())
            .getBytes(UTF_8);
    out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + text.length + "\r\n\r\n").getBytes(UTF_8));
    out.write(text);
  }

  private void send(byte[] bytes, int length, boolean ofFile, OutputStream out) throws IOException {
    link.carry(length, ofFile);
    out.write(bytes, 0, length);
  }

  private void head(String text, OutputStream out) throws IOException {
    byte[] bytes = (text + "\r\n\r\n").getBytes(UTF_8);
    send(bytes, bytes.length, false, out);
  }

  /** {@code …/tables/{table}/query} and what else there is about a table. */
  private void lines(Request request, OutputStream out) throws IOException {
    String[] parts = request.path.replaceFirst("\\?.*", "").split("/", -1);
    String table = parts[parts.length - 2];
    String what = parts[parts.length - 1];
    Path answer = root.resolve(table).resolve(what.equals("changes") ? FEED : BenchTables.LINES);
    if (!Files.exists(answer)) {
      head("HTTP/1.1 400 Bad Request\r\nContent-Length: 0", out);
      return;
    }
    Path earlier = root.resolve(table).resolve(EARLIER);
    boolean first = !Files.exists(earlier) || request.body.contains("\"version\":0");
    answer = first && Files.exists(earlier) ? earlier : answer;
    String common = "HTTP/1.1 200 OK\r\nDelta-Table-Version: " + (first ? 0 : 1) + "\r\n";
    if (what.equals("version")) {
      head(common + "Content-Length: 0", out);
      return;
    }
    head(common + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked", out);
    long most = what.equals("metadata") ? 2 : Long.MAX_VALUE;
    try (BufferedReader lines = Files.newBufferedReader(answer)) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * CHUNK);
      long number = 0;
      for (String line = lines.readLine();
          line != null && number < most;
          line = lines.readLine(), number++) {
        chunk.writeBytes(line.replace(ORIGIN, origin()).getBytes(UTF_8));
        chunk.write('\n');
        if (chunk.size() >= CHUNK) {
          chunk(chunk, out);
        }
      }
      chunk(chunk, out);
      send("0\r\n\r\n".getBytes(UTF_8), 5, false, out);
    }
  }

  private void chunk(ByteArrayOutputStream chunk, OutputStream out) throws IOException {
    if (chunk.size() > 0) {
      byte[] size = (Integer.toHexString(chunk.size()) + "\r\n").getBytes(UTF_8);
      chunk.writeBytes("\r\n".getBytes(UTF_8));
      send(size, size.length, false, out);
      send(chunk.toByteArray(), chunk.size(), false, out);
      chunk.reset();
    }
  }

  /** {@code /files/{table}/{file}?signature=…}; what follows a second slash is ornament. */
  private void file(Request request, OutputStream out) throws IOException {
    String[] parts = request.path.replaceFirst("\\?.*", "").split("/", -1);
    try (FileChannel file = FileChannel.open(root.resolve(parts[2]).resolve(parts[3]))) {
      long size = file.size();
      String range = request.headers.get("range");
      long first = 0;
      long last = size - 1;
      if (range != null) {
        String[] ends = range.substring("bytes=".length()).split("-", -1);
        boolean suffix = ends[0].isEmpty();
        first = suffix ? Math.max(0, size - Long.parseLong(ends[1])) : Long.parseLong(ends[0]);
        last = suffix || ends[1].isEmpty() ? last : Math.min(last, Long.parseLong(ends[1]));
      }
      head(
          (range == null ? "HTTP/1.1 200 OK" : "HTTP/1.1 206 Partial Content")
              + "\r\nContent-Length: "
              + (last - first + 1)
              + "\r\nETag: \"1\"\r\nAccept-Ranges: bytes"
              + (range == null
                  ? ""
                  : "\r\nContent-Range: bytes " + first + "-" + last + "/" + size),
          out);
      ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
      for (long at = first; at <= last; at += buffer.limit()) {
        buffer.clear().limit((int) Math.min(CHUNK, last - at + 1));
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {}
        send(buffer.array(), buffer.limit(), true, out);
      }
    }
  }
}
