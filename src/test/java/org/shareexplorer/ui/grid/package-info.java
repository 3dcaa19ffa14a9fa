@NullMarked
package org.shareexplorer.ui.grid;

import org.jspecify.annotations.NullMarked;
