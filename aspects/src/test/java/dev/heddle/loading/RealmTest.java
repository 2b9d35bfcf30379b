package dev.heddle.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RealmTest {

    @Test
    void weavesTheNewestAkka() throws Exception {
        deliversUnderControl(TestClassPath.newestAkka(), "2.6.21");
    }

    @Test
    void weavesTheOldestAkkaOnTheOlderScala() throws Exception {
        deliversUnderControl(TestClassPath.oldestAkka(), "2.6.0");
    }

    private static void deliversUnderControl(List<Path> akka, String version) throws Exception {
        try (Realm realm = TestClassPath.open(TestClassPath.withTestClasses(akka))) {
            assertTrue(realm.ownAkka());
            assertEquals(Optional.of(version), realm.akkaVersion());
            Callable<?> scenario = (Callable<?>) realm.load("dev.heddle.sample.Delivery").getDeclaredConstructor()
                    .newInstance();

            assertEquals(List.of("hello", "steered"), scenario.call());
        }
    }

    @Test
    void weavesOnTheThreadThatLoads() {
        try (Realm realm = TestClassPath.open(TestClassPath.newestAkka())) {
            realm.load("akka.dispatch.Dispatcher");

            assertEquals(List.of(), Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getContextClassLoader() == realm.loader()).toList());
        }
    }

    @Test
    void definesWhatLinksToAkkaBesideItAndSharesTheRest() throws Exception {
        try (Realm realm = TestClassPath.open(TestClassPath.withTestClasses(TestClassPath.newestAkka()))) {
            for (String own : List.of("akka.actor.ActorRef", "scala.Option", "dev.heddle.akka.SteeredDispatcher",
                    Realm.aspects(getClass().getClassLoader()).get(0), "dev.heddle.sample.Delivery")) {
                assertSame(realm.loader(), realm.load(own).getClassLoader(), own);
            }
            assertNotSame(akka.actor.ActorRef.class, realm.load("akka.actor.ActorRef"));
            for (Class<?> shared : List.of(Realm.class, String.class, java.sql.Connection.class, org.slf4j.Logger.class,
                    Test.class)) {
                assertSame(shared, realm.load(shared.getName()));
            }
        }
    }

    @Test
    void mixesNoConfigurationOfAnotherAkkaIntoTheOneUnderTest() throws IOException {
        try (Realm realm = TestClassPath.open(TestClassPath.oldestAkka())) {
            assertEquals(1, Collections.list(realm.loader().getResources("reference.conf")).size());
            assertEquals(1, Collections.list(realm.loader().getResources("version.conf")).size());
        }
    }

    @Test
    void hidesWhatTheParentHasOfAnotherAkka() throws IOException {
        try (Realm realm = TestClassPath.open(TestClassPath.oldestAkka())) {
            assertThrows(ClassNotFoundException.class, () -> realm.loader().loadClass("akka.actor.typed.ActorRef"));
        }
    }

    @Test
    void refusesToRunOnAnAkkaThatIsNotWoven() {
        LoadingException refusal = assertThrows(LoadingException.class, () -> TestClassPath.open(List.of()));

        assertTrue(refusal.getMessage().contains("is not woven"), refusal.getMessage());
    }

    @Test
    void isOfNoUseOnceClosed() {
        Realm realm = TestClassPath.open(TestClassPath.withTestClasses(TestClassPath.newestAkka()));
        realm.close();

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> realm.load("dev.heddle.sample.Delivery"));

        assertTrue(refusal.getMessage().contains("closed"), refusal.getMessage());
    }
}
