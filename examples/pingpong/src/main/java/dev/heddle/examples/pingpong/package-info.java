/** The smallest complete use of Heddle: two actors, one message back and forth. */
package dev.heddle.examples.pingpong;
