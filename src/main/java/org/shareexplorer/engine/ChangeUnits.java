package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.ChangeLine.Kind;
import org.shareexplorer.table.ChangeFile;
import org.shareexplorer.table.ChangeList;
import org.shareexplorer.table.DeletionVector;

/**
 * The files of a change feed, and which of their rows count. Where a version removes a data file
 * and adds the same one with other deleted rows, just the difference has changed (Delta protocol,
 * "Add File and Remove File").
 */
final class ChangeUnits {

  private static final Map<Kind, String> TYPES = Map.of(Kind.ADD, "insert", Kind.REMOVE, "delete");

  private final ChangeList list;
  private final TableFiles files;
  private final List<Unit> units;

  /**
   * A file.
   *
   * @param file its number in the list
   * @param change what the list says of it
   * @param without the number of the same data file on the other side, whose rows do not count
   */
  record Unit(int file, ChangeFile change, OptionalInt without) {}

  private record Version(long number, String id, long size, Kind kind) {}

  ChangeUnits(ChangeList list, TableFiles files) {
    this.list = list;
    this.files = files;
    Map<Version, Integer> sides = new HashMap<>();
    for (int i = 0; i < list.files().size(); i++) {
      sides.put(version(list.files().get(i), list.files().get(i).kind()), i);
    }
    List<Unit> found = new ArrayList<>();
    for (int i = 0; i < list.files().size(); i++) {
      ChangeFile change = list.files().get(i);
      Integer other =
          switch (change.kind()) {
            case CHANGED_ROWS -> null;
            case ADD -> sides.get(version(change, Kind.REMOVE));
            case REMOVE -> sides.get(version(change, Kind.ADD));
          };
      found.add(new Unit(i, change, other == null ? OptionalInt.empty() : OptionalInt.of(other)));
    }
    units = List.copyOf(found);
  }

  /** A server that gives all files the same id gives them different addresses. */
  private static Version version(ChangeFile change, Kind kind) {
    String place = DataFileName.of(change.file());
    return new Version(
        change.version(), change.file().id() + "\0" + place, change.file().size(), kind);
  }

  /** {@return the units within a range of versions} */
  List<Unit> within(long first, long last) {
    return units.stream()
        .filter(unit -> unit.change().version() >= first && unit.change().version() <= last)
        .toList();
  }

  Unit unit(int file) {
    return units.get(file);
  }

  /** {@return the rows of a unit's file to leave out} */
  Optional<DeletionVector> hidden(Unit unit, Job job) {
    TableFiles.Opened opened = files.open(unit.file(), job);
    return unit.without().isEmpty()
        ? opened.deleted()
        : Optional.of(
            DeletionVector.leavingGone(
                opened.deleted(),
                files.open(unit.without().getAsInt(), job).deleted(),
                opened.footer().rows()));
  }

  /** {@return how many rows of a unit's file count; empty if a look at the rows is needed} */
  OptionalLong rows(Unit unit, Job job) {
    if (unit.change().kind() == Kind.CHANGED_ROWS) {
      return OptionalLong.empty();
    }
    OptionalLong said = unit.change().file().rowsLeft();
    if (unit.without().isEmpty() && said.isPresent()) {
      return said;
    }
    return OptionalLong.of(
        files.open(unit.file(), job).footer().rows()
            - hidden(unit, job).map(DeletionVector::cardinality).orElse(0L));
  }

  /** {@return what is the same in all rows of a unit's file} */
  Map<String, @Nullable String> constants(Unit unit) {
    Map<String, @Nullable String> constants =
        new LinkedHashMap<>(unit.change().file().partitionValues());
    for (String column : list.heads().getLast().partitionColumns()) {
      constants.putIfAbsent(column, null);
    }
    constants.put(FeedSql.UNIT.name(), Integer.toString(unit.file()));
    constants.put(ChangeList.COMMIT_VERSION, Long.toString(unit.change().version()));
    String type = TYPES.get(unit.change().kind());
    if (type != null) {
      constants.put(ChangeList.CHANGE_TYPE, type);
    }
    return constants;
  }
}
