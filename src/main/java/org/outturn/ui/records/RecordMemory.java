package org.outturn.ui.records;

import org.outturn.settings.RecordAddresses;

/** What is kept from one start to the next. Called on the JavaFX thread; returns at once. */
public interface RecordMemory {

    /** Those of a connection; {@link RecordAddresses#NONE} where nobody gave any. */
    RecordAddresses addresses(String connection);

    void keep(String connection, RecordAddresses addresses);
}
