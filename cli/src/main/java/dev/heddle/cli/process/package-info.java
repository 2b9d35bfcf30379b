/** The process itself and others like it: how it was started, how it is interrupted, fresh JVMs. */
package dev.heddle.cli.process;
