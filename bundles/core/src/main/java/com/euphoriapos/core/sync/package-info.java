/** What the handlers of events share: strict reading of payloads, and which of several edits counts. Knows no feature. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.sync;
