/** The settings of benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.settings;
