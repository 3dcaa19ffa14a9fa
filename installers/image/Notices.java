import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The licences and notices that the parts come with. */
final class Notices {

  private Notices() {}

  /** Copies them out of the jars of a folder, into a folder per jar. */
  static void collect(Path jars, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(jars)) {
      all = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : all) {
      try (JarFile in = new JarFile(jar.toFile())) {
        for (JarEntry entry : in.stream().filter(Notices::isNotice).toList()) {
          Path file = to.resolve(jar.getFileName().toString().replace(".jar", "")).resolve(entry.getName().replaceFirst(".*/", ""));
          Files.createDirectories(file.getParent());
          try (InputStream bytes = in.getInputStream(entry)) {
            Files.copy(bytes, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static boolean isNotice(JarEntry entry) {
    return !entry.isDirectory()
        && entry.getName().matches("(?i)(META-INF/)?([^/]*/)?(LICEN[SC]E|NOTICE|COPYING)[^/]*(\\.(txt|md))?")
        && !entry.getName().endsWith(".class");
  }
}
