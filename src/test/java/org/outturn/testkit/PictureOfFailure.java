package org.outturn.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a picture of the window in {@code target/windows} when a test of it has failed. */
public final class PictureOfFailure implements AfterTestExecutionCallback {
    /** JUnit makes it. */
    public PictureOfFailure() {}

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()
                && context.getRequiredTestInstance() instanceof WindowTest test) {
            String name =
                    context.getRequiredTestClass().getSimpleName()
                            + "."
                            + context.getRequiredTestMethod().getName();
            test.window.picture(Path.of("target", "windows", name + ".png"));
        }
    }
}
