package dev.heddle.api;

/**
 * An option that a scenario understands, as {@code --target-option name=value}.
 *
 * @param name its name
 * @param values what it can be, for people, such as {@code on|off} or {@code 1..9}; empty where it has no value
 * @param summary one line about what it changes, with its default
 */
public record ScenarioOption(String name, String values, String summary) {}
