/** Secrets in files that only their owner can read. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.secrets.file;
