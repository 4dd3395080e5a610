package org.outturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.outturn.follow.FollowChoice;
import org.outturn.follow.FollowRule;
import org.outturn.follow.FollowRules;
import org.outturn.follow.Pace;
import org.outturn.settings.FollowPreferences;

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
    void withoutAChoiceItIsAsUsualAndOff() {
        assertThat(RememberedFollow.choice(FollowPreferences.NONE))
                .isEqualTo(FollowChoice.DEFAULTS);
    }

    @Test
    void whatNobodyCanHaveChosenIsBroughtIntoRange() {
        FollowChoice choice =
                RememberedFollow.choice(
                        new FollowPreferences(true, -3, Set.of("NEW", "unheard of"), 99_999));
        assertThat(choice.interval()).isEqualTo(Pace.LEAST);
        assertThat(choice.rules().partialMinutes()).isEqualTo(FollowRules.MOST_MINUTES);
        assertThat(choice.rules().on())
                .containsExactlyInAnyOrder(
                        FollowRule.COMPLETE, FollowRule.PARTIAL, FollowRule.FAILURES);
    }
}
