package org.outturn.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outturn.pipeline.OutputCounts;
import org.outturn.pipeline.layout.OutputForm;
import org.outturn.pipeline.layout.Recognised;
import org.outturn.pipeline.layout.Recogniser;
import org.outturn.storage.ListingPage;
import org.outturn.storage.ObjectEntry;
import org.outturn.storage.Prefix;
import org.outturn.storage.UnfinishedUpload;

/** Puts outputs together while the objects of a bucket go by in key order. For one thread. */
public final class OutputCollector {
    private final Recogniser recogniser;
    private final ListingTable listing;
    private final Map<String, OutputBuilder> outputs = new HashMap<>();
    private final List<OutputBuilder> order = new ArrayList<>();
    private final List<UnfinishedUpload> open = new ArrayList<>();
    private final PairFinder pairs = new PairFinder();
    private String lastIdentity = "";
    private @Nullable OutputBuilder last;

    /**
     * @param root what is listed
     */
    public OutputCollector(Recogniser recogniser, Prefix root) {
        this.recogniser = recogniser;
        this.listing = new ListingTable(root);
    }

    /** Adds a page of a listing without a delimiter. */
    public void add(ListingPage page) {
        int row = listing.size();
        listing.append(page);
        for (ObjectEntry object : page.objects()) {
            Recognised found = recogniser.of(object.key());
            if (found != null) {
                output(found).add(found, row, object.size(), object.modified());
            }
            row++;
        }
    }

    /** Adds the uploads in parts that have not ended. */
    public void add(List<UnfinishedUpload> uploads) {
        open.addAll(uploads);
        for (UnfinishedUpload upload : uploads) {
            Recognised found = recogniser.of(upload.target().key());
            if (found != null) {
                output(found).addOpen(found, upload.initiated());
            }
        }
    }

    private OutputBuilder output(Recognised found) {
        String identity = found.identity();
        OutputBuilder known = last;
        if (known == null || !identity.equals(lastIdentity)) {
            known = outputs.get(identity);
            if (known == null) {
                known = paired(found, identity);
                outputs.put(identity, known);
            }
        }
        lastIdentity = identity;
        last = known;
        return known;
    }

    private OutputBuilder paired(Recognised found, String identity) {
        OutputForm form = found.output();
        if (form.pairSeconds() == 0) {
            return begin(found, identity);
        }
        boolean zip = found.folder().isEmpty();
        String document = Recognised.alike(found.match().value(form.fields().name()).orElse(""));
        long seconds = Long.parseLong(found.match().value(form.fields().produced()).orElse("0"));
        String place = form.id() + "\n" + found.place();
        OutputBuilder partner = pairs.partner(place, document, seconds, zip, form.pairSeconds());
        if (partner != null) {
            return partner;
        }
        OutputBuilder output = begin(found, identity);
        pairs.remember(place, document, seconds, zip, output);
        return output;
    }

    private OutputBuilder begin(Recognised found, String identity) {
        var output = new OutputBuilder(found, identity, found.place());
        order.add(output);
        return output;
    }

    /**
     * What there is by now.
     *
     * @param now when the bucket was looked at
     */
    public OutputTable table(Instant now) {
        var rows = new ArrayList<OutputRow>(order.size());
        var files = new int[order.size()][];
        for (int i = 0; i < order.size(); i++) {
            rows.add(order.get(i).row(now));
            files[i] = order.get(i).rows();
        }
        return new OutputTable(recogniser, listing, rows, files, counts(), open);
    }

    /** How much there is by now, by place. */
    public OutputCounts counts() {
        var tally = new PlaceTally();
        order.forEach(tally::add);
        return tally.counts(listing.objects(), listing.bytes());
    }
}
