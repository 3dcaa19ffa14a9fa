/** Walks through the whole application: real files, HTTP, engine and window, without a display. */
@NullMarked
package org.shareexplorer.ui.journeys;

import org.jspecify.annotations.NullMarked;
