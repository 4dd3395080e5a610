package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferStateTest {
    @ParameterizedTest
    @EnumSource
    void onlyTheMovesOfTheTableAreMade(TransferState from) {
        for (TransferState to : TransferState.values()) {
            if (from.next().contains(to)) {
                assertThat(from.moveTo(to)).isEqualTo(to);
            } else {
                assertThatIllegalStateException().isThrownBy(() -> from.moveTo(to));
            }
        }
    }

    @Test
    void everyTransferCanEndAndWhatIsDoneStaysDone() {
        Set<TransferState> ends = EnumSet.noneOf(TransferState.class);
        for (TransferState state : TransferState.values()) {
            if (state.terminal()) {
                ends.add(state);
                assertThat(state.next()).doesNotContain(TransferState.RUNNING);
            } else {
                assertThat(state.next()).anyMatch(TransferState::terminal);
            }
        }
        assertThat(ends)
                .containsExactly(
                        TransferState.DONE,
                        TransferState.SKIPPED,
                        TransferState.FAILED,
                        TransferState.CANCELLED);
        assertThat(TransferState.DONE.next()).isEmpty();
        assertThat(TransferState.SKIPPED.next()).isEmpty();
    }
}
