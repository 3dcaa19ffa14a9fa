package org.shareexplorer.export;

/**
 * What an export would write.
 *
 * @param bytesToFetch about how many bytes are to be fetched for it; 0 if all are here already
 */
public record Outline(long rows, int columns, long bytesToFetch) {}
