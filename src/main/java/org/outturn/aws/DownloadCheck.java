package org.outturn.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.outturn.failure.Failure;
import org.outturn.failure.FailureException;
import org.outturn.failure.Technical;
import org.outturn.storage.Cancellation;
import org.outturn.storage.FileEtag;
import org.outturn.storage.ObjectAddress;

/**
 * Whether what has arrived is the object: by the checksum that the server keeps of it, else by its
 * ETag, where that is made of MD5s. Where there is neither, the length has to do.
 */
final class DownloadCheck {
    private final Abilities abilities;
    private final ReadBack readBack;

    DownloadCheck(Abilities abilities, ReadBack readBack) {
        this.abilities = abilities;
        this.readBack = readBack;
    }

    /**
     * Whether what was seen on the way proves already that the file is the object.
     *
     * @param received the ETag of what came
     */
    boolean settles(ObjectClaims told, Optional<String> received) {
        boolean same =
                told.checksum().isEmpty()
                        && !told.otherKeys()
                        && received.filter(told.etag()::equalsIgnoreCase).isPresent();
        if (same) {
            abilities.etagsAreMd5();
        }
        return same;
    }

    /**
     * Reads the file once more, from memory mostly.
     *
     * @param file all that has arrived
     * @param told what the server said of the object when it sent it
     * @throws FailureException with {@link Failure.Damaged} if it is something else
     */
    void check(ObjectAddress source, Path file, ObjectClaims told, Cancellation cancellation)
            throws IOException {
        long received = Files.size(file);
        if (told.size() != received) {
            throw damaged(
                    source,
                    "%d bytes were announced, %d received".formatted(told.size(), received));
        }
        if (told.checksum().isPresent()) {
            ObjectClaims.Checksum claimed = told.checksum().get();
            if (!claimed.matches(file, cancellation)) {
                throw damaged(source, "not the bytes of the checksum " + claimed.name());
            }
            return;
        }
        checkEtag(source, file, told, cancellation);
    }

    private void checkEtag(
            ObjectAddress source, Path file, ObjectClaims told, Cancellation cancellation)
            throws IOException {
        if (told.otherKeys()
                || abilities.etags() == Abilities.Etags.OTHER
                || !FileEtag.comparable(told.etag(), told.size())) {
            return;
        }
        if (FileEtag.matches(file, told.etag(), cancellation)) {
            abilities.etagsAreMd5();
            return;
        }
        boolean inParts = FileEtag.inParts(told.etag());
        if (inParts && !FileEtag.hasOurParts(told.etag(), told.size())) {
            // parts of a size that can only be guessed, so a difference says nothing
            return;
        }
        // either the file is damaged or the ETag is no MD5; the object itself can tell
        if (!readBack.same(source, file, cancellation)) {
            throw damaged(source, "not the bytes of the ETag " + told.etag());
        }
        if (!inParts) {
            abilities.etagsAreOther();
        }
    }

    private static FailureException damaged(ObjectAddress source, String detail) {
        return new FailureException(
                new Failure.Damaged(
                        Call.on(Operation.GET_OBJECT, source).attempt(), Technical.of(detail)));
    }
}
