package org.outturn.signin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Stands in for AWS where people sign in: OIDC, access portal and STS at one address on loopback,
 * each with the wire protocol that AWS documents. Nothing in it knows of the program.
 */
public final class SignInStandIn implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> requests = new CopyOnWriteArrayList<>();
    private final OidcRules oidcRules = new OidcRules();
    private final Directory directory = new Directory();
    private final StsRules stsRules = new StsRules(directory);
    private final OidcService oidc;
    private final PortalService portal;
    private final StsService sts;
    private volatile boolean silent;

    public SignInStandIn() {
        this(Clock.systemUTC());
    }

    /**
     * @param clock by which tokens end and the times of signatures are judged
     */
    public SignInStandIn(Clock clock) {
        oidc = new OidcService(this::endpoint, oidcRules, clock);
        portal = new PortalService(oidc, directory);
        sts = new StsService(directory, stsRules, clock);
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        Asked asked = Asked.of(exchange);
                        requests.add(asked);
                        while (silent) {
                            Thread.sleep(20);
                        }
                        answer(asked).to(exchange);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.setExecutor(threads);
        server.start();
    }

    private Answer answer(Asked asked) {
        return Stream.<java.util.function.Supplier<Optional<Answer>>>of(
                        () -> Optional.ofNullable(oidc.answer(asked)),
                        () -> Optional.ofNullable(portal.answer(asked)),
                        () -> Optional.ofNullable(sts.answer(asked)))
                .flatMap(service -> service.get().stream())
                .findFirst()
                .orElseGet(() -> Answer.json(404, java.util.Map.of("message", "not here")));
    }

    /** Where it answers, for instance {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How signing in goes. */
    public OidcRules oidc() {
        return oidcRules;
    }

    /** Accounts, roles, users. */
    public Directory directory() {
        return directory;
    }

    /** How roles are assumed. */
    public StsRules sts() {
        return stsRules;
    }

    /** The operator agrees, or not, to what a device asked for. */
    public boolean decide(String userCode, boolean approved) {
        return oidc.decide(userCode, approved);
    }

    /** The codes that nobody has decided on yet. */
    public List<String> undecided() {
        return oidc.undecided();
    }

    /** Ends every session, as an administrator can. */
    public void revokeAll() {
        oidc.revokeAll();
    }

    /** Has it take requests and say nothing. */
    public void silent(boolean on) {
        silent = on;
    }

    /** All requests so far. */
    public List<Asked> requests() {
        return requests;
    }

    /** How many requests there were to a path. */
    public long asked(String path) {
        return requests.stream().filter(asked -> asked.path().equals(path)).count();
    }

    @Override
    public void close() {
        silent = false;
        server.stop(0);
        threads.shutdownNow();
    }
}
