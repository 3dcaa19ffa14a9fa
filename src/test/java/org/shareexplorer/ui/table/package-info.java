@NullMarked
package org.shareexplorer.ui.table;

import org.jspecify.annotations.NullMarked;
