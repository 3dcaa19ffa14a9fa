package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.SignedAddress;

class FileListTest {

  @Test
  void holdsExactlyTheFilesThatWerePutIn() {
    List<DataFile> files = files(FileList.PLAIN + 1_000, new Random(1));

    FileList list = FileList.of(files);

    assertThat(list).hasSize(files.size());
    for (int i : new int[] {0, FileList.PLAIN - 1, FileList.PLAIN, files.size() - 1, 2_130}) {
      assertThat(list.get(i)).isEqualTo(files.get(i));
    }
    assertThat(new ArrayList<>(list)).isEqualTo(files);
  }

  @Test
  void knowsItsSumsWithoutUnpacking() {
    List<DataFile> files = files(FileList.PLAIN + 300, new Random(2));

    FileList list = FileList.of(files);

    assertThat(list.sums().bytes()).isEqualTo(files.stream().mapToLong(DataFile::size).sum());
    assertThat(list.sums().largest())
        .isEqualTo(files.stream().mapToLong(DataFile::size).max().orElseThrow());
    assertThat(list.sums().withDeletions())
        .isEqualTo((int) files.stream().filter(f -> f.deletionVector().isPresent()).count());
    for (int i = 0; i < files.size(); i++) {
      assertThat(list.rowsLeft(i)).isEqualTo(files.get(i).rowsLeft());
    }
    assertThat(list.rowsLeft()).isEmpty();
  }

  @Test
  void addsUpRowsWhereEveryFileTellsThem() {
    List<DataFile> files =
        files(3_000, new Random(3)).stream().filter(f -> f.rowsLeft().isPresent()).toList();

    assertThat(FileList.of(files).rowsLeft())
        .hasValue(files.stream().mapToLong(f -> f.rowsLeft().getAsLong()).sum());
    assertThat(FileList.of(List.of()).rowsLeft()).hasValue(0);
  }

  @Test
  void whatIsAddedLaterDoesNotChangeAListThatWasBuilt() {
    FileList.Builder builder = new FileList.Builder(Optional.empty());
    List<DataFile> files = files(FileList.PLAIN + 500, new Random(4));
    files.subList(0, FileList.PLAIN + 100).forEach(builder::add);
    FileList part = builder.build();

    files.subList(FileList.PLAIN + 100, files.size()).forEach(builder::add);

    assertThat(new ArrayList<>(part)).isEqualTo(files.subList(0, FileList.PLAIN + 100));
    assertThat(new ArrayList<>(builder.build())).isEqualTo(files);
  }

  @Test
  void takesAFractionOfTheMemoryOfItsTexts() {
    List<DataFile> files = files(128, new Random(5));
    long texts =
        files.stream().mapToLong(f -> f.address().text().length() + f.id().length() + 400).sum();

    assertThat((long) FileBlock.of(files).packed().length).isLessThan(texts / 3);
  }

  private static List<DataFile> files(int count, Random random) {
    List<DataFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, @Nullable String> values = new LinkedHashMap<>();
      values.put("day", random.nextInt(9) == 0 ? null : "2026-01-" + random.nextInt(31));
      values.put("größe", "ü\n\0" + random.nextInt());
      files.add(
          new DataFile(
              "id-" + random.nextLong(),
              new SignedAddress(
                  "https://store.example/a/b/part-"
                      + i
                      + ".parquet?X-Amz-Credential=AKIA&X-Amz-Date=20261121&X-Amz-Signature="
                      + Long.toHexString(random.nextLong())),
              random.nextInt(1 << 30),
              Collections.unmodifiableMap(values),
              random.nextInt(9) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(99)),
              random.nextInt(9) == 0
                  ? Optional.empty()
                  : Optional.of(
                      "{\"minValues\":{\"a\":" + random.nextInt() + "}" + "x".repeat(350)),
              random.nextBoolean() ? Long.MAX_VALUE : random.nextLong(),
              random.nextInt(5) > 0
                  ? Optional.empty()
                  : Optional.of(
                      random.nextBoolean()
                          ? new DeletionVectorLine(
                              "i", Optional.of("abc"), Optional.empty(), 0, 3, 2)
                          : new DeletionVectorLine(
                              "p",
                              Optional.empty(),
                              Optional.of(new SignedAddress("https://v/" + random.nextInt())),
                              random.nextInt(9),
                              30,
                              70))));
    }
    return files;
  }
}
