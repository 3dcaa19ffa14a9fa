/** Dashboards. */
@NullMarked
package org.shareexplorer.dashboard;

import org.jspecify.annotations.NullMarked;
