package com.euphoriapos.ui.kit.present;

/** What a presenter sees of its screen: plain values in, no Swing types. Screen's thread only. */
public interface View {}
