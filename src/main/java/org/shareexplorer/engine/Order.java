package org.shareexplorer.engine;

/**
 * A column to sort rows by. In both directions what is no number (NaN) comes after all numbers, and
 * null last. Texts go by their UTF-8 bytes, so capital letters before small ones.
 */
public record Order(String column, boolean descending) {}
