package org.shareexplorer.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.shareexplorer.cache.FileKey;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Snapshot;

/**
 * The addresses of a snapshot's files, renewed all together when the storage no longer takes one.
 * Thread-safe: of several readers who find theirs expired, one asks and the others wait for it.
 */
final class Addresses {

  private static final SignedAddress NOWHERE = new SignedAddress("");

  private final Listing listing;
  private final Snapshot snapshot;
  private final ReentrantLock asking = new ReentrantLock();

  /** Newer addresses; empty as long as those of the snapshot do. Replaced as a whole. */
  private volatile AddressBook newer = new AddressBook();

  /** Asks for all files once more. */
  @FunctionalInterface
  interface Listing {
    void list(SharingClient.FileLines lines, Job job);
  }

  /** The addresses of a table's files. */
  Addresses(SharingClient client, Snapshot snapshot) {
    this(snapshot, (lines, job) -> list(client, snapshot, lines, job));
  }

  /** The addresses of files that are listed in a way of their own. */
  Addresses(Snapshot snapshot, Listing listing) {
    this.snapshot = snapshot;
    this.listing = listing;
  }

  /**
   * Something at an address that may have to be renewed.
   *
   * @param key what it is known by
   * @param address where the snapshot says it is
   * @param file what to call the data file that it is about
   */
  record Addressed(FileKey key, SignedAddress address, String file) {}

  /** {@return a data file} */
  Addressed data(DataFile file) {
    return new Addressed(key(snapshot, file), file.address(), DataFileName.of(file));
  }

  /** {@return the list of a data file's deleted rows, which is at an address of its own} */
  Addressed vector(DataFile file, DeletionVectorLine line) {
    SignedAddress address = line.address().orElseThrow();
    return new Addressed(vectorKey(snapshot, line, address), address, DataFileName.of(file));
  }

  /**
   * A file of vectors never changes, but no other may pass for it: its place is part of the key.
   */
  static FileKey vectorKey(Snapshot snapshot, DeletionVectorLine line, SignedAddress address) {
    return FileKey.of(
        snapshot,
        "rows deleted " + line.offset() + " " + line.cardinality(),
        line.sizeInBytes(),
        address);
  }

  static FileKey key(Snapshot snapshot, DataFile file) {
    return FileKey.of(snapshot, file.id(), file.size(), file.address());
  }

  /** {@return an address as last heard} */
  SignedAddress of(Addressed what) {
    return newer.get(what.key()).orElse(what.address());
  }

  /**
   * {@return an address newer than one that has expired}
   *
   * @throws ProblemException if the server no longer offers the file
   */
  SignedAddress renewed(Addressed what, SignedAddress expired, Job job) {
    await(job);
    try {
      // Somebody else may have asked while this one waited.
      if (of(what).equals(expired)) {
        newer = asked(job);
      }
    } finally {
      asking.unlock();
    }
    return newer.get(what.key()).orElseThrow(() -> gone(what.file()));
  }

  private void await(Job job) {
    try {
      while (!asking.tryLock(50, TimeUnit.MILLISECONDS)) {
        job.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** The same version if the server knows about versions, else whatever it has now. */
  private static void list(
      SharingClient client, Snapshot snapshot, SharingClient.FileLines lines, Job job) {
    try {
      var _ =
          client.query(
              snapshot.name(), TableQuery.of(AsOf.version(snapshot.version())), lines, job);
    } catch (ProblemException e) {
      if (!PinnedVersion.refused(e)) {
        throw e;
      }
      var _ = client.query(snapshot.name(), TableQuery.LATEST, lines, job);
    }
  }

  /**
   * Files are known again by place, id and size. Where the place has changed, id and size do, if
   * they name one file only.
   */
  private AddressBook asked(Job job) {
    Listed listed = new Listed();
    listing.list(listed, job);
    for (DataFile file : snapshot.files()) {
      listed.book.alias(key(snapshot, file), nameAndSize(file.id(), file.size()));
    }
    return listed.book;
  }

  private FileKey nameAndSize(String id, long size) {
    return FileKey.of(snapshot, id, size, NOWHERE);
  }

  private final class Listed implements SharingClient.FileLines {
    private AddressBook book = new AddressBook();

    @Override
    public void accept(FileLine line) {
      book.put(
          FileKey.of(snapshot, line.id(), line.size(), line.address()),
          nameAndSize(line.id(), line.size()),
          line.address());
      line.deletionVector()
          .ifPresent(vector ->
              vector
                  .address()
                  .ifPresent(address -> book.put(vectorKey(snapshot, vector, address), address)));
    }

    @Override
    public boolean restart() {
      book = new AddressBook();
      return true;
    }
  }

  private ProblemException gone(String file) {
    return new Problem(
            ProblemCode.FILE_EXPIRED,
            "The data file " + file + " can no longer be read.",
            "Its address has expired, and the server no longer offers the file.",
            "Open the table again to see its newest version.")
        .asException();
  }
}
