package org.shareexplorer.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.protocol.ListedAsset;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.Background;

/**
 * A place in the tree, with what is known below it. Changed by {@link ConnectionsModel} and {@link
 * Branches} alone, on the FX thread.
 */
final class Entry {

  enum Kind {
    CONNECTION,
    SHARE,
    SCHEMA,
    TABLE,
    /** Of a schema that also holds what is no table. */
    ASSET;

    /** The kind of what is below; for what holds nothing, its own. */
    Kind below() {
      return switch (this) {
        case CONNECTION -> SHARE;
        case SHARE -> SCHEMA;
        case SCHEMA, TABLE -> TABLE;
        case ASSET -> ASSET;
      };
    }
  }

  enum State {
    /** Nobody has asked the server yet. */
    UNASKED,
    LOADING,
    LOADED,
    FAILED
  }

  final Kind kind;
  final @Nullable Entry parent;
  final String key;
  final Background.Latest work;
  Connection connection;
  State state;
  boolean open;

  /** Of a connection: whether the person wants its ended credential tried all the same. */
  boolean insisted;

  List<Entry> children = new ArrayList<>();

  /** Of a schema: what it holds beside tables, which comes after them. */
  List<Entry> assets = new ArrayList<>();

  /** Of an asset: what it is. */
  @Nullable ListedAsset asset;

  /** Asks for the assets. */
  final Background.Latest beside;

  @Nullable Problem problem;

  /** A connection. */
  Entry(Connection connection, Background background) {
    this(Kind.CONNECTION, null, connection.id().text(), connection, background);
  }

  /** A share, schema or table. */
  Entry(Kind kind, Entry parent, String name, Background background) {
    this(kind, parent, name, parent.connection, background);
  }

  private Entry(
      Kind kind, @Nullable Entry parent, String key, Connection connection, Background background) {
    this.kind = kind;
    this.parent = parent;
    this.key = key;
    this.connection = connection;
    this.work = background.latest();
    this.beside = background.latest();
    this.state = leaf() ? State.LOADED : State.UNASKED;
  }

  /** An asset of a schema. */
  static Entry of(Entry schema, ListedAsset asset, Background background) {
    Entry entry = new Entry(Kind.ASSET, schema, asset.name(), background);
    entry.asset = asset;
    return entry;
  }

  /** Whether nothing can be below. */
  boolean leaf() {
    return kind == Kind.TABLE || kind == Kind.ASSET;
  }

  /** All that is below. */
  List<Entry> below() {
    return assets.isEmpty() ? children : Stream.concat(children.stream(), assets.stream()).toList();
  }

  String name() {
    return kind == Kind.CONNECTION ? connection.name() : key;
  }

  Entry root() {
    Entry entry = this;
    while (entry.parent != null) {
      entry = entry.parent;
    }
    return entry;
  }

  /** The name of the entry's share, schema or table, looked up towards the root. */
  String part(Kind wanted) {
    for (Entry entry = this; entry != null; entry = entry.parent) {
      if (entry.kind == wanted) {
        return entry.key;
      }
    }
    throw new IllegalStateException(kind + " has no " + wanted);
  }

  /** For tables. */
  TableRef table() {
    return new TableRef(
        root().connection.id(),
        root().name(),
        new TableName(part(Kind.SHARE), part(Kind.SCHEMA), key));
  }

  boolean matches(String lowerCase) {
    return name().toLowerCase(Locale.ROOT).contains(lowerCase);
  }

  /** Whether some part of what is below has not been asked for. */
  boolean incomplete() {
    return state == State.UNASKED || children.stream().anyMatch(Entry::incomplete);
  }

  void forget() {
    work.cancel();
    beside.cancel();
    children.forEach(Entry::forget);
  }
}
