package org.outturn.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser without a window: goes to a page and follows where it leads. */
public final class PlayedBrowser implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final List<URI> pages = new CopyOnWriteArrayList<>();

    /** What the last page of the way says. */
    public String visit(URI page) {
        pages.add(page);
        try {
            return client.send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a desktop does it: the program does not wait for the page. */
    public boolean open(URI page) {
        Thread.ofVirtual().name("played-browser").start(() -> visit(page));
        return true;
    }

    /** Where it has been sent. */
    public List<URI> pages() {
        return pages;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
