@NullMarked
package org.shareexplorer.ui.fx;

import org.jspecify.annotations.NullMarked;
