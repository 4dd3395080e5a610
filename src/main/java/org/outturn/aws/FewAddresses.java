package org.outturn.aws;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves a name to two addresses at most, of both kinds when there are both. The HTTP client
 * tries one address after the other with the whole connection timeout each; behind a wall that
 * swallows packets, the eight addresses of a cloud's name would take eight times as long.
 */
final class FewAddresses implements DnsResolver {
    private static final int MOST = 2;

    private final DnsResolver system = SystemDefaultDnsResolver.INSTANCE;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> all = List.of(system.resolve(host));
        if (all.size() <= MOST) {
            return all.toArray(InetAddress[]::new);
        }
        InetAddress first = all.getFirst();
        List<InetAddress> few = new ArrayList<>(List.of(first));
        few.add(
                all.stream()
                        .filter(address -> address.getClass() != first.getClass())
                        .findFirst()
                        .orElse(all.get(1)));
        return few.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return system.resolveCanonicalHostname(host);
    }
}
