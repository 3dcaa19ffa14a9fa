@NullMarked
package org.shareexplorer.ui.changes;

import org.jspecify.annotations.NullMarked;
