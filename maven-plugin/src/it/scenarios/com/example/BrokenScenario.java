package com.example;

import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;

/** Cannot be defined. */
public final class BrokenScenario implements Scenario {
    @Override
    public Definition define(Setup setup) {
        throw new IllegalStateException("there is no water");
    }
}
