package org.shareexplorer.workspace.release;

import java.net.URI;
import java.util.Optional;

/**
 * A version of this application that can be had.
 *
 * @param number its number
 * @param notes what is new in it, as plain text of bounded length; may be empty
 * @param page where it is told of, by https; empty if the answer names no such page
 */
public record Release(ReleaseNumber number, String notes, Optional<URI> page) {}
