/** The secrets of benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.secrets.file;
