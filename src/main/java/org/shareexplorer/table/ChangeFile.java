package org.shareexplorer.table;

import java.util.OptionalLong;
import org.shareexplorer.protocol.ChangeLine.Kind;

/**
 * One file of a change feed.
 *
 * @param kind what its rows tell
 * @param version the version that the change made
 * @param timestamp when that was, in milliseconds since 1970, if the server says so
 * @param file the file
 */
public record ChangeFile(Kind kind, long version, OptionalLong timestamp, DataFile file) {}
