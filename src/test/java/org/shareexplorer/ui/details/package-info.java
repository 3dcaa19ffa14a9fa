@NullMarked
package org.shareexplorer.ui.details;

import org.jspecify.annotations.NullMarked;
