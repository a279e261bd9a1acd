/** The sale screen of benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.register.swing;
