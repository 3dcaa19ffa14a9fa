/** What was asked of servers and storages, for the person's own audit. */
@NullMarked
package org.shareexplorer.ui.activity;

import org.jspecify.annotations.NullMarked;
