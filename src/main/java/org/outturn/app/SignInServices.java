package org.outturn.app;

import java.nio.file.Path;
import java.util.Map;
import org.outturn.aws.SsoKeySource;
import org.outturn.aws.sso.CallbackPages;
import org.outturn.aws.sso.IdentityCenter;
import org.outturn.connection.profile.SsoProfiles;
import org.outturn.connection.sso.SsoCache;
import org.outturn.connection.sso.SsoNeeds;
import org.outturn.connection.sso.SsoPortal;
import org.outturn.ui.common.Messages;
import org.outturn.ui.signin.WebBrowser;

/** What signs operators in, whichever window asks for it. */
final class SignInServices implements AutoCloseable {
    private final IdentityCenter center;
    private final SsoProfiles profiles;
    private final SsoCache cache;
    private final WebBrowser browser;

    SignInServices(Surroundings surroundings, Messages messages) {
        Map<String, String> environment = surroundings.environment();
        profiles = new SsoProfiles(surroundings.awsFiles(), environment);
        cache = new SsoCache(folder(surroundings).resolve("sso").resolve("cache"));
        center =
                new IdentityCenter(
                        new IdentityCenter.Surroundings(
                                environment,
                                profiles,
                                cache,
                                surroundings.redactor()::hide,
                                surroundings.clock()),
                        CallbackPages.saying(
                                messages.text("app.name"),
                                messages.text("signIn.page.done"),
                                messages.text("signIn.page.failed")));
        browser = new SystemBrowser(environment, System.getProperty("os.name", ""));
    }

    /** The AWS tools keep sign-ins in the home folder, also when the files are named elsewhere. */
    private static Path folder(Surroundings surroundings) {
        Path beside = surroundings.awsFiles().config().toAbsolutePath().getParent();
        return surroundings.environment().containsKey("AWS_CONFIG_FILE") || beside == null
                ? Path.of(System.getProperty("user.home"), ".aws")
                : beside;
    }

    /** The keys of roles, for whoever is signed in. */
    SsoKeySource keys() {
        return center;
    }

    SsoPortal portal() {
        return center;
    }

    SsoNeeds needs() {
        return profiles;
    }

    /** The folder in which sign-ins are kept. */
    Path cache() {
        return cache.folder();
    }

    WebBrowser browser() {
        return browser;
    }

    @Override
    public void close() {
        center.close();
    }
}
