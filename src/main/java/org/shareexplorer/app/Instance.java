package org.shareexplorer.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shareexplorer.job.Jobs;

/**
 * The one window of a person on a display. Who starts the program again finds it by a socket in a
 * folder that only this person may enter, hands over what is to be opened, and ends.
 *
 * <p>Whose window it is, a locked file tells: the system gives a lock up with its process, however
 * that ends, so what a killed window left is no obstacle. Where there can be no lock or no socket
 * (a folder that cannot be written, a file system without them), each start opens a window of its
 * own.
 */
final class Instance implements AutoCloseable {

  /** The longest name of a file that is taken over. */
  private static final int MOST_BYTES = 1 << 16;

  /** How long a window that is just starting may take until it listens. */
  private static final long PATIENCE_MILLIS = 10_000;

  /** The longest path that all systems take for a socket's. */
  private static final int LONGEST_SOCKET = 100;

  private static final byte TAKEN = 1;

  private final FileChannel lock;
  private final ServerSocketChannel server;
  private final Path socket;

  private Instance(FileChannel lock, ServerSocketChannel server, Path socket) {
    this.lock = lock;
    this.server = server;
    this.socket = socket;
  }

  /**
   * What a start finds.
   *
   * @param handedOver whether an open window has taken what was to be opened, so that nothing is
   *     left to do
   * @param own the place at which this start's window may be found, if it can be
   */
  record Found(boolean handedOver, Optional<Instance> own) {}

  /** {@return the folder for this display's window, below the folder for caches} */
  static Path folder(Path cache, Map<String, String> environment) {
    String display =
        environment.getOrDefault("WAYLAND_DISPLAY", "") + environment.getOrDefault("DISPLAY", "");
    return cache.resolve("window" + display.replaceAll("[^A-Za-z0-9]", "_"));
  }

  /**
   * Looks for the window, and hands over to it or takes its place.
   *
   * @param folder made if need be
   * @param what what the window is to open: an argument as it was given, empty to be just shown
   */
  static Found find(Path folder, String what) {
    try {
      Files.createDirectories(folder);
      restrict(folder);
      Path socket = socket(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        lock.close();
        return new Found(handOver(socket, what), Optional.empty());
      }
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      return new Found(false, Optional.of(new Instance(lock, server, socket)));
    } catch (IOException | UnsupportedOperationException e) {
      return new Found(false, Optional.empty());
    }
  }

  private static void restrict(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Systems take short paths only: of a long folder, a private one for temporary files stands in.
   */
  private static Path socket(Path folder) throws IOException {
    Path beside = folder.toAbsolutePath().resolve("socket");
    if (beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET) {
      return beside;
    }
    Path pointer = folder.resolve("place");
    if (Files.exists(pointer)) {
      Path place = Path.of(Files.readString(pointer));
      if (Files.isDirectory(place) && Files.getOwner(place).equals(Files.getOwner(folder))) {
        return place.resolve("socket");
      }
    }
    Path place = Files.createTempDirectory("share-explorer-");
    Files.writeString(pointer, place.toString());
    return place.resolve("socket");
  }

  private static boolean handOver(Path socket, String what) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    do {
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        channel.write(ByteBuffer.wrap(what.getBytes(StandardCharsets.UTF_8)));
        channel.shutdownOutput();
        return answered(channel, end);
      } catch (IOException e) {
        // It is just starting, or just ending.
        if (!waited()) {
          return false;
        }
      }
    } while (System.nanoTime() < end);
    return false;
  }

  private static boolean answered(SocketChannel channel, long end) throws IOException {
    channel.configureBlocking(false);
    ByteBuffer answer = ByteBuffer.allocate(1);
    int read;
    do {
      read = channel.read(answer);
    } while (read == 0 && System.nanoTime() < end && waited());
    return read == 1 && answer.get(0) == TAKEN;
  }

  private static boolean waited() {
    try {
      Thread.sleep(20);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Listens until it is closed.
   *
   * @param onStart gets what each further start was given, on a background thread
   */
  void listen(Jobs jobs, Consumer<String> onStart) {
    jobs.start(job -> {
      while (server.isOpen()) {
        try (SocketChannel channel = server.accept()) {
          byte[] said = Channels.newInputStream(channel).readNBytes(MOST_BYTES);
          onStart.accept(new String(said, StandardCharsets.UTF_8));
          channel.write(ByteBuffer.wrap(new byte[] {TAKEN}));
        } catch (IOException e) {
          // That start went away; the next one may come.
        }
      }
      return true;
    });
  }

  @Override
  public void close() {
    try (FileChannel _ = lock) {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // What is left is no obstacle to the next start.
    }
  }
}
