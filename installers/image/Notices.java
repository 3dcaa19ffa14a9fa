import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The licences and notices of the parts: those that come with them, and a file that names every
 * part with its licence and the licence's text. A jar that is not on the list, or a line of the
 * list without a jar, ends the build: the list is what the window shows.
 */
final class Notices {

  /** What is in the installers without being a jar of its own. */
  private static final Set<String> NO_JARS =
      Set.of("java.base", "zstd", "Inter", "JetBrainsMono");

  private static final String OWNER = "@COPYRIGHT@";

  private final List<Path> jars;
  private final Path list;

  /** Notices for the jars below a folder, of a folder with the list and the texts. */
  Notices(Path lib, Path list) throws IOException {
    try (Stream<Path> files = Files.walk(lib)) {
      jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .filter(file -> !file.getFileName().toString().startsWith("share-explorer-"))
              .sorted()
              .toList();
    }
    this.list = list;
  }

  /** Leaves all of them in a folder. */
  void collect(Path to) throws IOException {
    for (Path jar : jars) {
      copy(jar, to);
    }
    List<String[]> parts =
        Files.readAllLines(list.resolve("parts.txt")).stream()
            .map(line -> line.split(" \\| ", -1))
            .toList();
    compare(parts.stream().map(part -> part[0]).collect(Collectors.toCollection(TreeSet::new)));
    Files.writeString(Files.createDirectories(to).resolve("NOTICE.txt"), text(parts));
  }

  private void compare(Set<String> listed) {
    Set<String> shipped =
        jars.stream()
            .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9][^-]*(-[A-Z0-9]+|-linux.*|-win.*|-mac.*)?\\.jar$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    shipped.addAll(NO_JARS);
    if (!shipped.equals(listed)) {
      Set<String> missing = new TreeSet<>(shipped);
      missing.removeAll(listed);
      listed.removeAll(shipped);
      throw new IllegalStateException(
          list.resolve("parts.txt") + " lacks " + missing + " and has for nothing " + listed);
    }
  }

  private String text(List<String[]> parts) throws IOException {
    Map<String, List<String[]>> byLicence =
        parts.stream().collect(Collectors.groupingBy(part -> part[2], TreeMap::new, Collectors.toList()));
    StringBuilder text =
        new StringBuilder("Share Explorer is licensed under the Apache License 2.0 and made of these parts.\n");
    for (Map.Entry<String, List<String[]>> licence : byLicence.entrySet()) {
      text.append("\n").append("=".repeat(100)).append("\n").append(licence.getKey()).append("\n\n");
      for (String[] part : licence.getValue()) {
        text.append("  ").append(part[1]).append(" (").append(part[0]).append("), copyright (c) ").append(part[3]).append("\n");
      }
      text.append("\n");
      text.append(
          Files.readString(list.resolve(licence.getKey() + ".txt")).replace(OWNER, "the owners named above"));
    }
    return text.toString();
  }

  private static void copy(Path jar, Path to) throws IOException {
    try (JarFile in = new JarFile(jar.toFile())) {
      for (JarEntry entry : in.stream().filter(Notices::isNotice).toList()) {
        Path file =
            to.resolve(jar.getFileName().toString().replace(".jar", ""))
                .resolve(entry.getName().replaceFirst(".*/", ""));
        Files.createDirectories(file.getParent());
        try (InputStream bytes = in.getInputStream(entry)) {
          Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean isNotice(JarEntry entry) {
    return !entry.isDirectory()
        && entry.getName().matches("(?i)(META-INF/)?([^/]*/)?([^/]*-)?(LICEN[SC]E|NOTICE|COPYING)[^/]*(\\.(txt|md))?")
        && !entry.getName().endsWith(".class");
  }
}
