package org.shareexplorer.protocol;

import java.util.Optional;

/**
 * A table as listed (protocol, "List Tables in a Schema").
 *
 * @param name its full name
 * @param id what the server calls it for ever, if it says so
 */
public record ListedTable(TableName name, Optional<String> id) {}
