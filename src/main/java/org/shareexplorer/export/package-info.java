/** Taking things along: images, rows as text, snippets. */
@NullMarked
package org.shareexplorer.export;

import org.jspecify.annotations.NullMarked;
