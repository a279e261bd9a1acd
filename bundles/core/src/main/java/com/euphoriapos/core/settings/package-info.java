/** The store's settings, cached for everybody and replaced at once. Implements the settings of the api. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.settings;
