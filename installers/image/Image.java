import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what all installers stand on, of what {@code mvn package} left in {@code
 * target/share-explorer}: a Java of its own with only the modules needed, and the application's jars
 * without other systems' native libraries. Run by the Maven profile {@code installers} with the JDK
 * that the build uses, on the system that the installers are for.
 *
 * <pre>
 * target/installers/image/runtime   Java, with JavaFX as modules of it
 * target/installers/image/lib       jars and native libraries
 * target/installers/image/legal     licences
 * </pre>
 */
final class Image {

  /** What no class names, but services and people's systems do. */
  private static final Set<String> UNNAMED_MODULES =
      Set.of("java.security.jgss", "jdk.localedata");

  /**
   * What is named, and done without: DuckDB tells Java's flight recorder of its memory where there is one, and to start
   * that takes a third of a second of processor time with the first question.
   */
  private static final Set<String> NEEDLESS_MODULES = Set.of("jdk.jfr");

  private static final List<String> COMPRESSED =
      List.of(
          "java.desktop", "java.management", "java.naming", "java.rmi", "java.security.jgss", "java.security.sasl",
          "java.sql", "java.xml", "javafx.controls", "jdk.httpserver", "jdk.localedata");

  private final Path from;
  private final Path work;
  private final Path image;
  private final Path about;

  private Image(Path project) {
    from = project.resolve("target/share-explorer");
    work = project.resolve("target/installers/work");
    image = project.resolve("target/installers/image");
    about = project.resolve("src/main/resources/org/shareexplorer/ui/about");
  }

  /** Its arguments: the project's folder, and the version. The system's own script goes on. */
  public static void main(String... arguments) throws Exception {
    Path project = Path.of(arguments[0]).toAbsolutePath();
    new Image(project).make();
    String script = system("windows.ps1", "macos.sh", "linux.sh");
    List<String> command = new ArrayList<>();
    if (windows()) {
      command.addAll(List.of("powershell", "-NoProfile", "-ExecutionPolicy", "Bypass", "-File"));
    }
    command.addAll(List.of(text(project.resolve("installers").resolve(script)), arguments[1]));
    ProcessBuilder next = new ProcessBuilder(command).directory(project.toFile()).inheritIO();
    next.environment().put("JAVA_HOME", System.getProperty("java.home"));
    System.exit(next.start().waitFor());
  }

  private void make() throws IOException {
    delete(work.getParent());
    Files.createDirectories(work);
    Files.createDirectories(image);
    link();
    copy();
    new Notices(from.resolve("lib"), about).collect(image.resolve("legal"));
  }

  /** Links the runtime. JavaFX's jars become jmods first, as jlink leaves libraries in jars. */
  private void link() throws IOException {
    Path jmods = Files.createDirectories(work.resolve("jmods"));
    for (Path jar : jars(from.resolve("lib/javafx"))) {
      String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "").replace('-', '.');
      Path classes = work.resolve(name).resolve("classes");
      Path libraries = Files.createDirectories(work.resolve(name).resolve("libraries"));
      unpack(jar, classes, libraries);
      run("jmod", "create", "--class-path", text(classes), "--libs", text(libraries), text(jmods.resolve(name + ".jmod")));
    }
    Set<String> modules = new TreeSet<>(UNNAMED_MODULES);
    modules.addAll(
        List.of(
            run(
                    "jdeps",
                    "--multi-release", "25",
                    "--ignore-missing-deps",
                    "--print-module-deps",
                    "--recursive",
                    "--module-path", text(from.resolve("lib/javafx")),
                    "--class-path", String.join(java.io.File.pathSeparator, jars(from.resolve("lib")).stream().map(Image::text).toList()),
                    text(application()))
                .strip()
                .split(",")));
    modules.removeAll(NEEDLESS_MODULES);
    if (windows()) {
      modules.add("jdk.crypto.mscapi");
    }
    run(
        "jlink",
        "--module-path", text(jmods),
        "--add-modules", String.join(",", modules),
        "--no-header-files",
        "--no-man-pages",
        "--include-locales", "en",
        "--strip-java-debug-attributes",
        // Expanding costs a start little for what the cache of classes holds or nobody uses. Not all is compressed, as
        // that makes packages, which compress better, larger.
        "--compress", "zip-6:filter=" + String.join(",", COMPRESSED.stream().map(name -> "/" + name + "/**").toList()),
        "--output", text(image.resolve("runtime")));
    try (Stream<Path> commands = Files.list(image.resolve("runtime/bin"))) {
      for (Path command : commands.toList()) {
        if (!command.getFileName().toString().matches("javaw?(\\.exe)?|.*\\.dll|server")) {
          delete(command);
        }
      }
    }
  }

  private Path application() throws IOException {
    return jars(from.resolve("lib")).stream()
        .filter(jar -> jar.getFileName().toString().startsWith("share-explorer-"))
        .findFirst()
        .orElseThrow();
  }

  /** A library beside the jars is mapped, one in a jar would be written out at every start. */
  private void copy() throws IOException {
    Path lib = Files.createDirectories(image.resolve("lib"));
    for (Path jar : jars(from.resolve("lib"))) {
      Path copy = lib.resolve(jar.getFileName());
      Natives natives = Natives.of(jar);
      if (jar.equals(application())) {
        StyleSheets.compile(jar, copy, work.resolve("styles"), from.resolve("lib/javafx"));
      } else if (natives == null) {
        Files.copy(jar, copy, StandardCopyOption.COPY_ATTRIBUTES);
      } else {
        natives.moveOut(jar, copy, lib);
      }
    }
  }

  /**
   * A jar's native libraries.
   *
   * @param all matches the names of all of them
   * @param ours the name of this system's
   * @param loaded the name by which the jar's classes ask for it when it is not in the jar
   */
  private record Natives(String all, String ours, String loaded) {

    static Natives of(Path jar) {
      String name = jar.getFileName().toString();
      String version = name.replaceFirst("^[^0-9]*-", "").replace(".jar", "");
      if (name.startsWith("duckdb_jdbc-")) {
        return new Natives("libduckdb_java\\.so_.*", "libduckdb_java.so_" + system("windows", "macos", "linux") + "_" + (arm() ? "arm64" : "amd64"), "duckdb_java");
      }
      if (name.startsWith("zstd-jni-")) {
        String file = "libzstd-jni-" + version + "." + system("dll", "dylib", "so");
        String processor = arm() ? "aarch64" : system("amd64", "x86_64", "amd64");
        return new Natives(".*/libzstd-jni-.*", system("win", "darwin", "linux") + "/" + processor + "/" + file, "zstd-jni-" + version);
      }
      return null;
    }

    void moveOut(Path jar, Path copy, Path lib) throws IOException {
      try (JarFile in = new JarFile(jar.toFile());
          JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
        if (in.getEntry(ours) == null) {
          throw new IOException(jar.getFileName() + " has no library for this system: " + ours);
        }
        for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements(); ) {
          JarEntry entry = entries.nextElement();
          try (InputStream bytes = in.getInputStream(entry)) {
            if (entry.getName().equals(ours)) {
              Files.copy(bytes, lib.resolve(System.mapLibraryName(loaded)));
            } else if (!entry.getName().matches(all) && !entry.isDirectory()) {
              JarEntry same = new JarEntry(entry.getName());
              same.setTimeLocal(entry.getTimeLocal());
              out.putNextEntry(same);
              bytes.transferTo(out);
            }
          }
        }
      }
      Files.setLastModifiedTime(copy, Files.getLastModifiedTime(jar));
    }
  }

  private static void unpack(Path jar, Path classes, Path libraries) throws IOException {
    try (JarFile in = new JarFile(jar.toFile())) {
      for (JarEntry entry : in.stream().filter(each -> !each.isDirectory()).toList()) {
        boolean library = entry.getName().matches("[^/]*\\.(so|dll|dylib)");
        Path to = (library ? libraries : classes).resolve(entry.getName());
        Files.createDirectories(to.getParent());
        try (InputStream bytes = in.getInputStream(entry)) {
          Files.copy(bytes, to);
        }
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static String run(String tool, String... arguments) throws IOException {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
    if (code != 0) {
      throw new IOException(tool + " failed: " + said);
    }
    return said.toString();
  }

  private static String system(String windows, String mac, String linux) {
    return windows() ? windows : name().contains("mac") ? mac : linux;
  }

  private static boolean windows() {
    return name().contains("windows");
  }

  private static String name() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }

  private static boolean arm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  private static String text(Path path) {
    return path.toString();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> below = Files.walk(folder)) {
        for (Path path : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
