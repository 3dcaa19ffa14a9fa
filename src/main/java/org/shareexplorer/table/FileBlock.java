package org.shareexplorer.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.SignedAddress;

/**
 * Some consecutive files, packed: their addresses and statistics are much alike, and take a sixth
 * of the memory that their texts would. Never written to disk, as addresses are secrets.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FileBlock(byte[] packed) {

  /** Little is gained by more effort. */
  private static final int EFFORT = Deflater.BEST_SPEED;

  static FileBlock of(List<DataFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(EFFORT);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 14))) {
      out.writeInt(files.size());
      for (DataFile file : files) {
        write(file, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new FileBlock(bytes.toByteArray());
  }

  List<DataFile> files() {
    try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(packed));
        DataInputStream in =
            new DataInputStream(new ByteArrayInputStream(inflated.readAllBytes()))) {
      int count = in.readInt();
      List<DataFile> files = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        files.add(read(in));
      }
      return Collections.unmodifiableList(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataFile file, DataOutputStream out) throws IOException {
    text(file.id(), out);
    text(file.address().text(), out);
    out.writeLong(file.size());
    out.writeInt(file.partitionValues().size());
    for (Map.Entry<String, @Nullable String> value : file.partitionValues().entrySet()) {
      text(value.getKey(), out);
      text(value.getValue(), out);
    }
    out.writeLong(file.rowCount().orElse(-1));
    text(file.stats().orElse(null), out);
    out.writeLong(file.expiration());
    DeletionVectorLine vector = file.deletionVector().orElse(null);
    out.writeBoolean(vector != null);
    if (vector != null) {
      text(vector.storageType(), out);
      text(vector.inline().orElse(null), out);
      text(vector.address().map(SignedAddress::text).orElse(null), out);
      out.writeInt(vector.offset());
      out.writeInt(vector.sizeInBytes());
      out.writeLong(vector.cardinality());
    }
  }

  private static DataFile read(DataInputStream in) throws IOException {
    String id = present(in);
    SignedAddress address = new SignedAddress(present(in));
    long size = in.readLong();
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.put(present(in), text(in));
    }
    long rows = in.readLong();
    return new DataFile(
        id,
        address,
        size,
        Collections.unmodifiableMap(values),
        rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows),
        Optional.ofNullable(text(in)),
        in.readLong(),
        in.readBoolean() ? Optional.of(vector(in)) : Optional.empty());
  }

  private static DeletionVectorLine vector(DataInputStream in) throws IOException {
    return new DeletionVectorLine(
        present(in),
        Optional.ofNullable(text(in)),
        Optional.ofNullable(text(in)).map(SignedAddress::new),
        in.readInt(),
        in.readInt(),
        in.readLong());
  }

  private static void text(@Nullable String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String present(DataInputStream in) throws IOException {
    String text = text(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}
