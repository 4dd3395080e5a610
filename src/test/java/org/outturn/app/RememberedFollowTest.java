package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outturn.follow.FollowChoice;
import org.outturn.follow.FollowRule;
import org.outturn.follow.FollowRules;
import org.outturn.follow.Pace;
import org.outturn.settings.FollowPreferences;
import org.outturn.settings.Settings;
import org.outturn.settings.SettingsStore;

class RememberedFollowTest {
    @Test
    void whatIsKeptComesBack() {
        var choice =
                new FollowChoice(
                        true,
                        Duration.ofMinutes(5),
                        new FollowRules(EnumSet.of(FollowRule.NEW, FollowRule.PARTIAL), 60));
        assertThat(RememberedFollow.choice(RememberedFollow.preferences(choice))).isEqualTo(choice);
    }

    @Test
    void placesAreKeptByConnectionAndBucketWhateverElseIsChosen(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("settings.json");
        var open = new String[] {"one"};
        try (var settings =
                new RememberedSettings(new SettingsStore(file), Settings.defaults(), Map.of())) {
            var memory = new RememberedFollow(settings, () -> open[0]);
            memory.keepPlace("outputs", "agar/");
            memory.keepPlace("other", "b/");
            open[0] = "two";
            memory.keepPlace("outputs", "parsed/");
            memory.keep(FollowChoice.DEFAULTS.switched(true));
            open[0] = "one";
            memory.keepPlace("other", "");
            assertThat(memory.choice().on()).isTrue();
        }

        Settings kept = new SettingsStore(file).load().settings();
        assertThat(kept.follow().on()).isTrue();
        assertThat(kept.follow().places())
                .isEqualTo(
                        Map.of(
                                "one", Map.of("outputs", "agar/"),
                                "two", Map.of("outputs", "parsed/")));
        try (var settings = new RememberedSettings(new SettingsStore(file), kept, Map.of())) {
            var memory = new RememberedFollow(settings, () -> open[0]);
            assertThat(memory.place("outputs")).isEqualTo("agar/");
            assertThat(memory.place("other")).isEmpty();
        }
    }

    @Test
    void withoutAChoiceItIsAsUsualAndOff() {
        assertThat(RememberedFollow.choice(FollowPreferences.NONE))
                .isEqualTo(FollowChoice.DEFAULTS);
    }

    @Test
    void whatNobodyCanHaveChosenIsBroughtIntoRange() {
        FollowChoice choice =
                RememberedFollow.choice(
                        new FollowPreferences(
                                true, -3, Set.of("NEW", "unheard of"), 99_999, Map.of()));
        assertThat(choice.interval()).isEqualTo(Pace.LEAST);
        assertThat(choice.rules().partialMinutes()).isEqualTo(FollowRules.MOST_MINUTES);
        assertThat(choice.rules().on())
                .containsExactlyInAnyOrder(
                        FollowRule.COMPLETE, FollowRule.PARTIAL, FollowRule.FAILURES);
    }
}
