package org.outturn.connection.dotenv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.outturn.connection.Connection;
import org.outturn.connection.Trouble;
import org.outturn.pipeline.Producer;

/**
 * What a {@code .env} file comes to. Holds no key and no secret but the token of NATS.
 *
 * @param file absolute
 * @param producer whose file it seems to be
 * @param connections one for each set of keys that differs from the others; none without keys
 * @param understood names of the variables that were used, or are known to be of no use here
 * @param unknown names of all others
 * @param troubles what was not understood or is worth knowing, by line
 * @param nats where the pipeline takes its work from, for handing it some later
 */
public record EnvFound(
        Path file,
        Optional<Producer> producer,
        List<Connection> connections,
        List<String> understood,
        List<String> unknown,
        List<Trouble> troubles,
        Optional<NatsAccess> nats) {
    public EnvFound {
        connections = List.copyOf(connections);
        understood = List.copyOf(understood);
        unknown = List.copyOf(unknown);
        troubles = List.copyOf(troubles);
    }
}
