/** The window. */
@NullMarked
package org.shareexplorer.ui;

import org.jspecify.annotations.NullMarked;
