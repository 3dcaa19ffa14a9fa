/** What a table is made of: columns, properties, format and files. */
@NullMarked
package org.shareexplorer.ui.details;

import org.jspecify.annotations.NullMarked;
