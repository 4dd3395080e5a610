package org.outturn.sample;

import java.io.IOException;

/** RestoreObject: has an archived object made readable for some days. */
final class RestoreHandler {
    private final SampleStore store;
    private final Buckets buckets;
    private final Archive archive;

    RestoreHandler(SampleStore store, Buckets buckets, Archive archive) {
        this.store = store;
        this.buckets = buckets;
        this.archive = archive;
    }

    void restore(S3Request request, S3Response response) throws IOException {
        XmlNode asked = request.body().xml("RestoreRequest");
        int days = days(asked.required("Days").strip());
        XmlNode job = asked.child("GlacierJobParameters");
        String tier = job == null ? "Standard" : job.required("Tier").strip();
        boolean there;
        synchronized (store) {
            SampleBucket bucket = buckets.of(request);
            StoredObject object = buckets.object(request);
            there = archive.isRestored(object);
            StoredObject restored = archive.restore(object, days, tier);
            var versions =
                    bucket.versions(request.key).stream()
                            .map(version -> version == object ? restored : version)
                            .toList();
            store.change(new Change.OfObject(bucket.name, request.key, versions));
            ObjectReader.version(bucket, object, response);
        }
        // a copy that is there only lasts longer, and that is done at once
        response.send(there ? 200 : 202);
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days >= 1) {
                return days;
            }
        } catch (NumberFormatException e) {
            throw S3Error.malformedXml();
        }
        throw S3Error.invalidArgument("restoration days should be at least 1");
    }
}
