/** Dashboards: pages of charts, tables and figures; kept in small files, asked for, taken along. */
@NullMarked
package org.shareexplorer.dashboard;

import org.jspecify.annotations.NullMarked;
