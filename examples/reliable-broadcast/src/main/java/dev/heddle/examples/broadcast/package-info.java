/** Reliable broadcast: what one correct node delivers, all correct nodes deliver. */
package dev.heddle.examples.broadcast;
