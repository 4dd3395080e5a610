package org.outturn.upload;

import java.util.Locale;

/** Why a plan does with a file what it does. */
public enum UploadReason {
    /** There is no object of that key. */
    NEW,
    /** The bucket may not be listed: whether there is one shows when it is stored. */
    NOT_COMPARED,
    /** The object there has another size. */
    OTHER_SIZE,
    /** The object there has the same size and another ETag than the file's bytes would have. */
    OTHER_CONTENT,
    /** Same size, content not comparable, and the local file is newer than the object. */
    LOCAL_NEWER,
    /** Same size, and the object keeps another time than the file has. */
    OTHER_TIME,
    /** Same size, and content is to be compared, but nothing tells of the object's. */
    NOT_COMPARABLE,
    /** The object there has the same bytes: same size and the ETag that they give. */
    SAME_CONTENT,
    /** Same size, content not comparable, and the object is not older than the file. */
    SAME_SIZE,
    /** Same size, and the object keeps the time that the file has. */
    SAME_TIME,
    /** The key is taken, and taken keys are to be left alone. */
    EXISTS,
    /** The key is taken, and everything is to be replaced. */
    REPLACED_ANYWAY,
    /** The key is taken, so the object gets a number. */
    NUMBERED,
    /** The key is taken, and what becomes of the file has still to be said. */
    UNDECIDED,
    /** The operator has left it out. */
    LEFT_OUT,
    /** The file is larger than whoever works on the objects will take. */
    OVER_LIMIT,
    /** A file that a desktop leaves behind: {@code .DS_Store}, {@code Thumbs.db} and the like. */
    JUNK,
    /** A folder with no file in it: object stores have no folders, only empty objects for them. */
    EMPTY_FOLDER,
    /** A symbolic link to a folder, out of the dropped folder, or to nothing. */
    LINK,
    /** The file or folder may not be read, or reading it failed. */
    UNREADABLE,
    /** A pipe, a device or a socket. */
    SPECIAL_FILE,
    /** The file was there a moment ago. */
    VANISHED,
    /** The key would be longer than 1,024 bytes of UTF-8. */
    KEY_TOO_LONG,
    /** The file's name is no text in this system's encoding, so it has no faithful key. */
    NAME_UNREADABLE,
    /** Several of the dropped files would have this key; none of them is stored. */
    SAME_KEY;

    /** For instance {@code upload.reason.same_content}. */
    public String messageKey() {
        return "upload.reason." + name().toLowerCase(Locale.ROOT);
    }
}
