package org.outturn.records;

import java.time.format.DateTimeFormatter;
import org.outturn.records.UploadRecord.Result;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the result of an upload as the scraper's guide has it: {@code uploadedAt} is UTC with a Z,
 * {@code s3Urls} are by name, and every field is there, but {@code error}, which is there only
 * after an exception.
 */
public final class UploadRecordWriter {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Indented JSON, ending in no line break. */
    public String write(Result result) {
        ObjectNode json = mapper.createObjectNode();
        result.enabled().ifPresent(enabled -> json.put("enabled", enabled));
        json.put("status", result.status().word());
        json.put(
                "uploadedAt",
                result.uploadedAt().map(DateTimeFormatter.ISO_INSTANT::format).orElse(null));
        ObjectNode urls = json.putObject("s3Urls");
        result.urls().forEach(url -> urls.put(url.name(), url.url()));
        json.put("bytesUploaded", result.bytesUploaded().orElse(0));
        json.put("filesUploaded", result.filesUploaded().orElse(0));
        ArrayNode errors = json.putArray("errors");
        result.errors().forEach(errors::add);
        result.error().ifPresent(error -> json.put("error", error));
        return mapper.writeValueAsString(json);
    }
}
