/** Discounts by rule, as lanes tell each other of them. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.discount;
