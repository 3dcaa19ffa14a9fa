package org.shareexplorer.parquet;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** Receives plain values. What a dictionary holds is converted once for all. */
final class Leaf extends PrimitiveConverter {

  private final LeafValue conversion;
  private final Consumer<@Nullable Object> sink;
  private @Nullable Object[] converted = new Object[0];
  private boolean[] known = new boolean[0];
  private IntFunction<Object> lookup = _ -> "";

  Leaf(LeafValue conversion, Consumer<@Nullable Object> sink) {
    this.conversion = conversion;
    this.sink = sink;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    converted = new Object[dictionary.getMaxId() + 1];
    known = new boolean[converted.length];
    lookup =
        switch (conversion.physical()) {
          case INT32 -> dictionary::decodeToInt;
          case INT64 -> dictionary::decodeToLong;
          case FLOAT -> dictionary::decodeToFloat;
          case DOUBLE -> dictionary::decodeToDouble;
          case BOOLEAN -> dictionary::decodeToBoolean;
          case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> dictionary::decodeToBinary;
        };
  }

  @Override
  public void addValueFromDictionary(int id) {
    if (!known[id]) {
      converted[id] = conversion.apply(lookup.apply(id));
      known[id] = true;
    }
    sink.accept(converted[id]);
  }

  @Override
  public void addBinary(Binary value) {
    sink.accept(conversion.apply(value));
  }

  @Override
  public void addBoolean(boolean value) {
    sink.accept(conversion.apply(value));
  }

  @Override
  public void addDouble(double value) {
    sink.accept(conversion.apply(value));
  }

  @Override
  public void addFloat(float value) {
    sink.accept(conversion.apply(value));
  }

  @Override
  public void addInt(int value) {
    sink.accept(conversion.apply(value));
  }

  @Override
  public void addLong(long value) {
    sink.accept(conversion.apply(value));
  }
}
