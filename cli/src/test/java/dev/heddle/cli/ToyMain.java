package dev.heddle.cli;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import java.util.Map;

/** The program with the toy target only: what tests start in other processes. */
final class ToyMain {
    private ToyMain() {}

    public static void main(String[] arguments) {
        Main.start(arguments, new Environment(System.out, System.err, catalog(), freshJvm()));
    }

    static Catalog catalog() {
        return new Catalog(Map.of("toy", ToyTargets.supplier()));
    }

    static FreshJvm freshJvm() {
        return new FreshJvm(ToyMain.class.getName());
    }
}
