package org.shareexplorer.protocol;

import java.util.Optional;

/**
 * A share as listed (protocol, "List Shares").
 *
 * @param name its name
 * @param id what the server calls it for ever, if it says so
 * @param comment the provider's words about it
 */
public record Share(String name, Optional<String> id, Optional<String> comment) {}
