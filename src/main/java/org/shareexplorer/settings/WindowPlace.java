package org.shareexplorer.settings;

/**
 * Where a window stood, in the screen's own units.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width its width
 * @param height its height
 * @param maximised whether it filled the screen; the rest then says where it goes back to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
