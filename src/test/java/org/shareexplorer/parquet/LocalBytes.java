package org.shareexplorer.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.shareexplorer.job.Job;

/** A file's bytes in memory, read range by range and nothing more; counts what was read. */
final class LocalBytes implements FileBytes {

  final byte[] bytes;
  final AtomicLong read = new AtomicLong();

  LocalBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static LocalBytes of(Path file) {
    try {
      return new LocalBytes(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "part-0.parquet";
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public Extents read(List<ByteRange> ranges, Job job) {
    Map<Long, byte[]> extents = new HashMap<>();
    for (ByteRange range : ByteRange.joined(ranges, 0)) {
      read.addAndGet(range.length());
      extents.put(
          range.offset(),
          Arrays.copyOfRange(bytes, (int) range.offset(), Math.toIntExact(range.end())));
    }
    return new Extents(extents);
  }

  /** {@return what is planned of these bytes} */
  byte[] projected(ProjectedFile plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WritableByteChannel to = Channels.newChannel(out);
    for (ProjectedPart part : plan.parts(Job.unattended())) {
      part.write(
          to::write,
          (range, sink) -> sink.write(read(List.of(range), Job.unattended()).view(range)));
    }
    return out.toByteArray();
  }
}
