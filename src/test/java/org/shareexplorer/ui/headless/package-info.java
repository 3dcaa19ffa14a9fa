/** Runs screens without a display, on stand-ins for what is behind them. */
@NullMarked
package org.shareexplorer.ui.headless;

import org.jspecify.annotations.NullMarked;
