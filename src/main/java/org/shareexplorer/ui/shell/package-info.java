/** The window: title bar, sidebar, tabs, status bar. */
@NullMarked
package org.shareexplorer.ui.shell;

import org.jspecify.annotations.NullMarked;
