/**
 * The lane's view of JavaPOS devices: each adapter drives one JavaPOS control, ours or a vendor's, and is a device of the
 * device contract. An adapter opens, claims and enables behind the scenes, and again after every loss.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.javapos.adapter;
