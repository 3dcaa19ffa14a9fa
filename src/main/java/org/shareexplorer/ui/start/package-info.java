/** The start page: ways to open a share. */
@NullMarked
package org.shareexplorer.ui.start;

import org.jspecify.annotations.NullMarked;
