package org.shareexplorer.parquet;

import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TList;
import shaded.parquet.org.apache.thrift.protocol.TMap;
import shaded.parquet.org.apache.thrift.protocol.TProtocolException;
import shaded.parquet.org.apache.thrift.protocol.TSet;
import shaded.parquet.org.apache.thrift.transport.TEndpointTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/**
 * Reads Parquet's structures from bytes in memory. Bytes that announce more elements than there are
 * bytes left are refused before anything is allocated for them.
 */
final class ThriftReader {

  private final Window window;
  private final TCompactProtocol protocol;

  ThriftReader(byte[] bytes, int from) {
    try {
      window = new Window(bytes, from);
    } catch (TTransportException e) {
      throw new IllegalStateException(e);
    }
    protocol = new Bounded(window);
  }

  /**
   * Reads one structure.
   *
   * @return {@code into}
   * @throws IllegalArgumentException if the bytes hold no such structure
   */
  <T extends TBase<?, ?>> T read(T into) {
    try {
      into.read(protocol);
      return into;
    } catch (TException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** {@return the index of the first byte that has not been read} */
  int position() {
    return window.at;
  }

  private static final class Bounded extends TCompactProtocol {

    private final Window window;

    Bounded(Window window) {
      super(window, window.left(), window.left());
      this.window = window;
    }

    @Override
    public TList readListBegin() throws TException {
      TList list = super.readListBegin();
      bound(list.size);
      return list;
    }

    @Override
    public TSet readSetBegin() throws TException {
      TSet set = super.readSetBegin();
      bound(set.size);
      return set;
    }

    @Override
    public TMap readMapBegin() throws TException {
      TMap map = super.readMapBegin();
      bound(map.size);
      return map;
    }

    /** Every element takes a byte at least. */
    private void bound(int size) throws TException {
      if (size < 0 || size > window.left()) {
        throw new TProtocolException(TProtocolException.SIZE_LIMIT, "more elements than bytes");
      }
    }
  }

  private static final class Window extends TEndpointTransport {

    private final byte[] bytes;
    private int at;

    Window(byte[] bytes, int from) throws TTransportException {
      super(new TConfiguration());
      this.bytes = bytes;
      this.at = from;
    }

    int left() {
      return bytes.length - at;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void open() {}

    @Override
    public void close() {}

    @Override
    public int read(byte[] into, int offset, int length) throws TTransportException {
      if (left() == 0) {
        throw new TTransportException(TTransportException.END_OF_FILE);
      }
      int count = Math.min(length, left());
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getBuffer() {
      return bytes;
    }

    @Override
    public int getBufferPosition() {
      return at;
    }

    @Override
    public int getBytesRemainingInBuffer() {
      return left();
    }

    @Override
    public void consumeBuffer(int length) {
      at += length;
    }

    @Override
    public void updateKnownMessageSize(long size) {}

    @Override
    public void checkReadBytesAvailable(long count) throws TTransportException {
      if (count > left()) {
        throw new TTransportException(TTransportException.END_OF_FILE);
      }
    }
  }
}
