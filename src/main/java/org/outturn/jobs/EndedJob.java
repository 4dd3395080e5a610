package org.outturn.jobs;

import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.records.UploadRecord.Result;

/**
 * The upload of a job that has come to its end.
 *
 * @param json the record in the scraper's form
 * @param notStored why the record could not be stored beside the files, if it was to be
 */
public record EndedJob(JobUpload upload, Result result, String json, Optional<Failure> notStored) {}
