/** The sidebar: connections and what they share. */
@NullMarked
package org.shareexplorer.ui.connections;

import org.jspecify.annotations.NullMarked;
