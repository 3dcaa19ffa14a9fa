/** Where the application keeps its files, and what it remembers between starts. */
@NullMarked
package org.shareexplorer.settings;

import org.jspecify.annotations.NullMarked;
