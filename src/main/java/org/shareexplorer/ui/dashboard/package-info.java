/** Dashboards in the window: a page to arrange tiles on, and their presentation. */
@NullMarked
package org.shareexplorer.ui.dashboard;

import org.jspecify.annotations.NullMarked;
