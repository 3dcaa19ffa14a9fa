import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/** Writes a {@code .bss} beside each {@code .css} below a folder. Run with JavaFX. */
final class CompileStyleSheets {

  private CompileStyleSheets() {}

  public static void main(String... arguments) throws IOException {
    List<Path> sheets;
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
    }
    for (Path sheet : sheets) {
      Stylesheet.convertToBinary(sheet.toFile(), new File(sheet.toString().replaceFirst("css$", "bss")));
    }
  }
}
