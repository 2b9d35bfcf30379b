package dev.heddle.canary;

/** Is no scenario. */
public final class NoScenario {}
