package org.shareexplorer.ui.connections;

import org.jspecify.annotations.Nullable;

/**
 * A line of the sidebar.
 *
 * @param kind what it shows
 * @param entry the place in the tree it shows or speaks of; none for lines about the whole tree
 * @param depth how far it is set in, from 0
 */
record Row(Kind kind, @Nullable Entry entry, int depth) {

  enum Kind {
    /** A connection, share, schema or table. */
    ENTRY,
    /** What is below the entry is on its way. */
    LOADING,
    /** There is nothing below the entry. */
    EMPTY,
    /** What is below the entry could not be had. */
    FAILED,
    /** The entry, a connection, is not opened as its credential has ended. */
    EXPIRED,
    /** Nothing of what is loaded matches the filter. */
    NO_MATCH,
    /** Offers to load what is not loaded yet, for the filter to look at. */
    SEARCH_ALL,
    /** The rest is being loaded. */
    SEARCHING
  }
}
