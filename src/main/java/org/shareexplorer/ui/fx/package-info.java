/**
 * The few hops between JavaFX and the core: background work, problems on screen, theme, and what
 * the desktop offers.
 */
@NullMarked
package org.shareexplorer.ui.fx;

import org.jspecify.annotations.NullMarked;
