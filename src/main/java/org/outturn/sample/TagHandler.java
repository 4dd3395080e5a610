package org.outturn.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of an object. */
final class TagHandler {
    private final SampleStore store;
    private final Buckets buckets;

    TagHandler(SampleStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    void get(S3Request request, S3Response response) throws IOException {
        StoredObject object = buckets.object(request);
        XmlWriter xml = XmlWriter.of("Tagging").open("TagSet");
        object.attributes()
                .tags()
                .forEach((key, value) ->
                        xml.open("Tag").add("Key", key).add("Value", value).close());
        ObjectReader.version(buckets.of(request), object, response);
        response.send(xml);
    }

    void put(S3Request request, S3Response response) throws IOException {
        XmlNode set = request.body().xml("Tagging").child("TagSet");
        if (set == null) {
            throw S3Error.malformedXml();
        }
        var tags = new LinkedHashMap<String, String>();
        for (XmlNode tag : set.all("Tag")) {
            if (tags.put(tag.required("Key"), tag.required("Value")) != null) {
                throw new S3Error(
                        400, "InvalidTag", "Cannot provide multiple Tags with the same key");
            }
        }
        replace(request, response, RequestAttributes.valid(tags));
        response.send(200);
    }

    void delete(S3Request request, S3Response response) throws IOException {
        replace(request, response, Map.of());
        response.send(204);
    }

    private void replace(S3Request request, S3Response response, Map<String, String> tags)
            throws IOException {
        synchronized (store) {
            SampleBucket bucket = buckets.of(request);
            StoredObject object = buckets.object(request);
            var versions =
                    bucket.versions(request.key).stream()
                            .map(version -> version == object ? version.withTags(tags) : version)
                            .toList();
            store.change(new Change.OfObject(bucket.name, request.key, versions));
            ObjectReader.version(bucket, object, response);
        }
    }
}
