package dev.heddle.canary;

import akka.Version;
import scala.util.Properties;

/** Says in each message which Akka and which Scala it runs on; misbehaves in no way. */
public final class WhichAkka extends Canary {
    public WhichAkka() {
        super(() -> "Akka " + Version.current() + " on Scala " + Properties.versionNumberString());
    }
}
