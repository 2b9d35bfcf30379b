package com.example;

import dev.heddle.junit.HeddleTest;

class GlassTest {
    @HeddleTest(value = GlassScenario.class, executions = 50)
    void neverSpills() {}
}
