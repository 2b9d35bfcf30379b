package dev.heddle.junit;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Turns a method with {@link HeddleTest} into its cases. */
final class HeddleExtension implements TestTemplateInvocationContextProvider {
    /** The property that names one schedule, to be replayed instead of everything else. */
    static final String SCHEDULE = "heddle.schedule";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), HeddleTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        HeddleTest test = AnnotationSupport.findAnnotation(method, HeddleTest.class).orElseThrow();
        Settings settings = Settings.of(test, name -> context.getConfigurationParameter(name).orElse(null));
        Realms realms = new Realms(settings.scenario(), TestClassPath.of(context.getRequiredTestClass()));
        Verdict verdict = new Verdict(context.getRequiredTestClass().getName(), method.getName());
        String only = context.getConfigurationParameter(SCHEDULE).orElse(null);
        List<Case> cases = new ArrayList<>();
        if (only != null) {
            Path file = Path.of(only);
            cases.add(new CorpusCase(String.valueOf(file.getFileName()), file, settings, realms, verdict));
        } else {
            Corpus corpus = new Corpus(Path.of(test.corpus()), settings.scenario());
            corpus.schedules().forEach(schedule ->
                    cases.add(new CorpusCase(corpus.name(schedule), schedule, settings, realms, verdict)));
            cases.add(new FuzzCase(settings, realms, verdict, corpus.folder()));
        }
        return cases.stream().map(Invocation::new);
    }

    /** A case as JUnit knows it. */
    private record Invocation(Case heddle) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return heddle.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new RunFirst(heddle));
        }
    }

    /** Runs the case before the method's body. */
    private record RunFirst(Case heddle) implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            try {
                heddle.run();
            } catch (Throwable e) {
                invocation.skip();
                throw e;
            }
            invocation.proceed();
        }
    }
}
