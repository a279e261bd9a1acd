package com.euphoriapos.device.printer.escpos;

/**
 * How long the driver waits, in milliseconds.
 *
 * @param answerMillis for the answer to a real-time question, 50 to 5000
 * @param confirmMillis for the printer to say that it has printed a receipt, 500 to 60000
 * @param lingerMillis how long a network connection stays after a job, 0 to 60000; other lanes may want the printer
 * @param pollMillis between looks at the state while nothing is printed, 200 to 60000
 */
record Timing(int answerMillis, int confirmMillis, int lingerMillis, int pollMillis) {}
