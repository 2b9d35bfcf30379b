/**
 * What executions reach, in the abstract: states of nodes relative to each other, computed from the named fields
 * of any {@link dev.heddle.harness.invariant.NodeView}.
 */
package dev.heddle.harness.coverage;
