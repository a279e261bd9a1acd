/**
 * The contract between the lane and its device drivers. A driver bundle registers one service for each device it serves, under
 * one of {@link com.euphoriapos.device.api.Scanner}, {@link com.euphoriapos.device.api.PosPrinter} or
 * {@link com.euphoriapos.device.api.CashDrawer}, with the service properties of {@link com.euphoriapos.device.api.Device}.
 * The lane never calls a driver on the event thread or inside a database transaction, and a driver never calls the lane on
 * a thread that the framework needs for stopping bundles.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.device.api;
