package org.outturn.ui.transfers;

import org.outturn.transfer.BatchId;
import org.outturn.transfer.Direction;
import org.outturn.transfer.GroupSnapshot;
import org.outturn.transfer.TransferCounts;
import org.outturn.transfer.TransferId;
import org.outturn.transfer.TransferScope;
import org.outturn.transfer.TransferSnapshot;
import org.outturn.transfer.TransferState;

/** One line of the panel as it is now: a folder, or a file. */
sealed interface PanelRow {

    /** What stays the same while the line changes. */
    Object key();

    TransferScope scope();

    Direction direction();

    /** Of what it stands for. */
    TransferCounts counts();

    /** In bytes. */
    long size();

    /**
     * What was dropped or chosen as one, with files in it.
     *
     * @param unfolded whether its files follow
     */
    record Folder(GroupSnapshot group, boolean unfolded) implements PanelRow {

        /** Names a folder for as long as the queue has it. */
        record Key(BatchId batch, String group) {}

        static Key keyOf(GroupSnapshot group) {
            return new Key(group.batch(), group.group());
        }

        @Override
        public Key key() {
            return keyOf(group);
        }

        @Override
        public TransferScope scope() {
            return TransferScope.of(group.batch(), group.group());
        }

        @Override
        public Direction direction() {
            return group.direction();
        }

        @Override
        public TransferCounts counts() {
            return group.counts();
        }

        @Override
        public long size() {
            return group.totalBytes();
        }
    }

    /**
     * One file.
     *
     * @param inFolder whether it is shown below its folder
     */
    record File(TransferSnapshot transfer, boolean inFolder) implements PanelRow {

        @Override
        public TransferId key() {
            return transfer.id();
        }

        @Override
        public TransferScope scope() {
            return TransferScope.of(transfer.id());
        }

        @Override
        public Direction direction() {
            return transfer.direction();
        }

        @Override
        public TransferCounts counts() {
            return new TransferCounts(
                    is(TransferState.WAITING),
                    is(TransferState.RUNNING),
                    is(TransferState.PAUSED),
                    is(TransferState.DONE),
                    is(TransferState.SKIPPED),
                    is(TransferState.FAILED),
                    is(TransferState.CANCELLED),
                    transfer.canRetry() ? 0 : is(TransferState.FAILED));
        }

        private int is(TransferState state) {
            return transfer.state() == state ? 1 : 0;
        }

        @Override
        public long size() {
            return transfer.totalBytes();
        }
    }
}
