/** The experiment over the real engine: candidates run on a target, one system reused for all. */
package dev.heddle.minimizer.engine;
