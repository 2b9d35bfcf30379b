package dev.heddle.cli.targets;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.loading.LoadingException;
import dev.heddle.loading.Realm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A scenario of the user's, each factory in a class loader of its own. */
final class RealmSource implements TargetSource {
    private final String scenario;
    private final List<Path> classPath;
    private final List<Realm> realms = new ArrayList<>();
    private final TargetFactory first;
    private boolean firstTaken;

    RealmSource(String scenario, List<Path> classPath) {
        this.scenario = scenario;
        this.classPath = classPath;
        first = load();
    }

    @Override
    public TargetFactory factory() {
        return first;
    }

    /** The first one goes to the first who asks: loading and weaving take seconds. */
    @Override
    public TargetFactory another() {
        synchronized (realms) {
            if (!firstTaken) {
                firstTaken = true;
                return first;
            }
        }
        return load();
    }

    private TargetFactory load() {
        Realm realm = null;
        try {
            realm = Realm.open(classPath, getClass().getClassLoader());
            TargetFactory factory = Catalog.factory(realm.load(Catalog.SCENARIO_TARGETS), realm.load(scenario));
            synchronized (realms) {
                realms.add(realm);
            }
            return factory;
        } catch (Throwable e) {
            // The others are in use.
            if (realm != null) {
                realm.close();
            }
            if (e instanceof NoClassDefFoundError missing && realm != null) {
                throw new UsageException(realm.missing(scenario, missing), e);
            } else if (e instanceof LoadingException) {
                throw new UsageException(e.getMessage(), e);
            } else if (e instanceof LinkageError) {
                throw new UsageException("the scenario class " + scenario + " cannot be linked: " + e, e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        synchronized (realms) {
            realms.forEach(Realm::close);
            realms.clear();
        }
    }
}
