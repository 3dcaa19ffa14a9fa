/** What was asked of servers and storages, for the person's own audit: never a secret. */
@NullMarked
package org.shareexplorer.net.activity;

import org.jspecify.annotations.NullMarked;
