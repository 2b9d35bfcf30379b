/**
 * What stands in for the parts of the JDK that no run could repeat: clocks, generators, threads and
 * what blocks. The call sites in Akka and in the target are advised to come here.
 *
 * <p>On a thread that runs no controlled code everything is as the JDK has it.
 */
package dev.heddle.akka.jdk;
