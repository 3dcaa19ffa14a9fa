package org.shareexplorer.provider.delta;

import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A row being written: one call per column, in the schema's order. One thread only.
 *
 * <p>The numbers passed to Parquet are repetition and definition levels: whether a value goes on
 * with the list before it, and how many of the optional levels above it are there.
 */
public final class Row {

  private final ColumnWriter[] leaves;
  private final ColumnStatistics[] statistics;
  private int leaf;

  Row(ColumnWriter[] leaves, ColumnStatistics[] statistics) {
    this.leaves = leaves;
    this.statistics = statistics;
  }

  /** Starts the next row. */
  void restart() {
    if (leaf != 0 && leaf != leaves.length) {
      throw new IllegalStateException("A row ended after " + leaf + " of " + leaves.length);
    }
    leaf = 0;
  }

  /** No value, in a column of a simple type. */
  public void missing() {
    statistics[leaf].addNull();
    leaves[leaf++].writeNull(0, 0);
  }

  /** A whole number of 8, 16 or 32 bits. */
  public void number(int value) {
    statistics[leaf].add((long) value);
    leaves[leaf++].write(value, 0, 1);
  }

  /** A whole number of 64 bits. */
  public void number(long value) {
    statistics[leaf].add(value);
    leaves[leaf++].write(value, 0, 1);
  }

  /** A decimal, as the whole number that it is without its point. */
  public void decimal(long unscaled) {
    number(unscaled);
  }

  /** A date, as days since 1970. */
  public void date(int epochDay) {
    number(epochDay);
  }

  /** A timestamp, as microseconds since 1970, UTC. */
  public void timestamp(long micros) {
    number(micros);
  }

  /** A number in floating point of single precision. */
  public void real(float value) {
    statistics[leaf].add((double) value);
    leaves[leaf++].write(value, 0, 1);
  }

  /** A number in floating point of double precision. */
  public void real(double value) {
    statistics[leaf].add(value);
    leaves[leaf++].write(value, 0, 1);
  }

  /** True or false; has no bounds in statistics. */
  public void truth(boolean value) {
    leaves[leaf++].write(value, 0, 1);
  }

  /** Bytes; they have no bounds in statistics. */
  public void bytes(byte[] value) {
    leaves[leaf++].write(Binary.fromConstantByteArray(value), 0, 1);
  }

  /** A string, or null. */
  public void text(@Nullable String value) {
    if (value == null) {
      missing();
    } else {
      text(Text.of(value));
    }
  }

  /** A string that is written many times. */
  public void text(Text value) {
    statistics[leaf].add(value.toString());
    leaves[leaf++].write(value.utf8(), 0, 1);
  }

  /** A struct of double-precision numbers. */
  public void structOf(double... parts) {
    for (double part : parts) {
      statistics[leaf].add(part);
      leaves[leaf++].write(part, 0, 2);
    }
  }

  /** No struct, where one of so many parts could be. */
  public void missingStruct(int parts) {
    for (int i = 0; i < parts; i++) {
      missing();
    }
  }

  /** A list of strings, or null; an empty one is not null. */
  public void list(@Nullable List<Text> value) {
    ColumnWriter elements = leaves[leaf];
    if (value == null) {
      statistics[leaf].addNull();
      elements.writeNull(0, 0);
    } else if (value.isEmpty()) {
      elements.writeNull(0, 1);
    } else {
      int repeated = 0;
      for (Text element : value) {
        elements.write(element.utf8(), repeated, 3);
        repeated = 1;
      }
    }
    leaf++;
  }

  /** A map of strings, or null; an empty one is not null. */
  public void map(@Nullable Map<Text, Text> value) {
    ColumnWriter keys = leaves[leaf];
    ColumnWriter values = leaves[leaf + 1];
    if (value == null || value.isEmpty()) {
      int defined = value == null ? 0 : 1;
      if (value == null) {
        statistics[leaf].addNull();
      }
      keys.writeNull(0, defined);
      values.writeNull(0, defined);
    } else {
      int repeated = 0;
      for (Map.Entry<Text, Text> entry : value.entrySet()) {
        keys.write(entry.getKey().utf8(), repeated, 2);
        values.write(entry.getValue().utf8(), repeated, 3);
        repeated = 1;
      }
    }
    leaf += 2;
  }
}
