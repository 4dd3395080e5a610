package org.outturn.app;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.outturn.follow.FollowChoice;
import org.outturn.follow.FollowRule;
import org.outturn.follow.FollowRules;
import org.outturn.follow.Pace;
import org.outturn.settings.FollowPreferences;
import org.outturn.ui.outputs.FollowMemory;

/** Keeps with the settings how buckets are followed. */
final class RememberedFollow implements FollowMemory {
    private final RememberedSettings settings;
    private final Supplier<String> connection;

    /**
     * @param connection the name of the one that is open; empty for none
     */
    RememberedFollow(RememberedSettings settings, Supplier<String> connection) {
        this.settings = settings;
        this.connection = connection;
    }

    @Override
    public FollowChoice choice() {
        return choice(settings.settings().follow());
    }

    @Override
    public void keep(FollowChoice choice) {
        settings.followed(preferences(choice).withPlaces(settings.settings().follow().places()));
    }

    @Override
    public String place(String bucket) {
        return settings.settings()
                .follow()
                .places()
                .getOrDefault(connection.get(), Map.of())
                .getOrDefault(bucket, "");
    }

    @Override
    public void keepPlace(String bucket, String prefix) {
        FollowPreferences kept = settings.settings().follow();
        var all = new TreeMap<>(kept.places());
        var buckets = new TreeMap<>(all.getOrDefault(connection.get(), Map.of()));
        buckets.remove(bucket);
        if (!prefix.isEmpty()) {
            buckets.put(bucket, prefix);
        }
        all.remove(connection.get());
        if (!buckets.isEmpty()) {
            all.put(connection.get(), Map.copyOf(buckets));
        }
        settings.followed(kept.withPlaces(all));
    }

    /** A file that was edited by hand may hold anything. */
    static FollowChoice choice(FollowPreferences kept) {
        Set<FollowRule> on = EnumSet.allOf(FollowRule.class);
        on.removeIf(rule -> kept.quiet().contains(rule.name()));
        int minutes =
                kept.partialMinutes() == 0
                        ? FollowRules.DEFAULTS.partialMinutes()
                        : Math.clamp(
                                kept.partialMinutes(),
                                FollowRules.LEAST_MINUTES,
                                FollowRules.MOST_MINUTES);
        Duration interval =
                kept.seconds() == 0
                        ? Pace.DEFAULT
                        : Pace.within(Duration.ofSeconds(kept.seconds()));
        return new FollowChoice(kept.on(), interval, new FollowRules(on, minutes));
    }

    static FollowPreferences preferences(FollowChoice choice) {
        return new FollowPreferences(
                choice.on(),
                (int) choice.interval().toSeconds(),
                EnumSet.allOf(FollowRule.class).stream()
                        .filter(rule -> !choice.rules().has(rule))
                        .map(Enum::name)
                        .collect(Collectors.toSet()),
                choice.rules().partialMinutes(),
                Map.of());
    }
}
