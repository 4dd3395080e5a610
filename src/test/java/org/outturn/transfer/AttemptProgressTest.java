package org.outturn.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttemptProgressTest {
    @Test
    void aPartThatIsSentAgainDoesNotMoveItBack() {
        AtomicInteger changes = new AtomicInteger();
        AttemptProgress progress = new AttemptProgress(100, changes::incrementAndGet);
        progress.transferred(60, 100);
        progress.transferred(20, 100);
        assertThat(progress.furthest()).isEqualTo(60);
        assertThat(changes).hasValue(1);
        progress.transferred(70, 100);
        assertThat(progress.furthest()).isEqualTo(70);
    }

    @Property
    void itStaysBetweenNothingAndThePlanAndNeverGoesBack(
            @ForAll int planned, @ForAll List<Long> told) {
        long bytes = Math.abs((long) planned);
        AttemptProgress progress = new AttemptProgress(bytes, () -> {});
        long last = 0;
        for (long done : told) {
            progress.transferred(done, -1);
            assertThat(progress.furthest()).isBetween(last, bytes);
            last = progress.furthest();
        }
    }
}
