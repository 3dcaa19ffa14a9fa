import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Style sheets as JavaFX has them in memory, beside their texts: it looks for {@code .bss} before
 * {@code .css}, and parsing is work that every start would do.
 */
final class StyleSheets {

  private StyleSheets() {}

  /**
   * Copies a jar, with its style sheets compiled.
   *
   * @param work a folder to be made
   * @param javafx the jars of the JavaFX that will read them
   */
  static void compile(Path jar, Path copy, Path work, Path javafx) throws IOException {
    try (JarFile in = new JarFile(jar.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      for (JarEntry entry : in.stream().toList()) {
        if (!entry.isDirectory()) {
          byte[] bytes;
          try (InputStream content = in.getInputStream(entry)) {
            bytes = content.readAllBytes();
          }
          put(out, entry.getName(), entry.getLastModifiedTime(), bytes);
          if (entry.getName().endsWith(".css")) {
            Path sheet = work.resolve(entry.getName());
            Files.createDirectories(sheet.getParent());
            Files.write(sheet, bytes);
          }
        }
      }
      FileTime time = in.getEntry("META-INF/MANIFEST.MF").getLastModifiedTime();
      convert(work, javafx);
      try (Stream<Path> files = Files.walk(work)) {
        for (Path compiled : files.filter(file -> file.toString().endsWith(".bss")).sorted().toList()) {
          put(out, work.relativize(compiled).toString().replace('\\', '/'), time, Files.readAllBytes(compiled));
        }
      }
    }
    Files.setLastModifiedTime(copy, Files.getLastModifiedTime(jar));
  }

  private static void put(JarOutputStream out, String name, FileTime time, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setLastModifiedTime(time);
    out.putNextEntry(entry);
    out.write(bytes);
  }

  /** In a Java of its own, as this one was started without JavaFX. */
  private static void convert(Path folder, Path javafx) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path", javafx.toString(),
            "--add-modules", "javafx.graphics",
            "installers/image/CompileStyleSheets.java",
            folder.toString());
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException("The style sheets could not be compiled.");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
