package org.outturn.aws.sso;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.outturn.connection.sso.DeviceCode;
import org.outturn.connection.sso.SignInGuide;

/** Does what the program asks for in a browser. */
final class Operator implements SignInGuide {
    private final Consumer<URI> browser;
    private final Consumer<DeviceCode> device;
    private final List<URI> pages = new CopyOnWriteArrayList<>();
    private final List<DeviceCode> codes = new CopyOnWriteArrayList<>();

    Operator(Consumer<URI> browser, Consumer<DeviceCode> device) {
        this.browser = browser;
        this.device = device;
    }

    @Override
    public void open(URI page) {
        pages.add(page);
        browser.accept(page);
    }

    @Override
    public void show(DeviceCode code) {
        codes.add(code);
        device.accept(code);
    }

    List<URI> pages() {
        return pages;
    }

    List<DeviceCode> codes() {
        return codes;
    }
}
