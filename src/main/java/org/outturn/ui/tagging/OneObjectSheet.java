package org.outturn.ui.tagging;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.outturn.storage.Cancellation;
import org.outturn.storage.ObjectAddress;
import org.outturn.storage.ObjectStore;
import org.outturn.storage.ObjectTags;
import org.outturn.tagging.Tag;
import org.outturn.tagging.TagEdit;
import org.outturn.tagging.TagForm;
import org.outturn.tagging.TagTemplate;
import org.outturn.ui.common.Messages;
import org.outturn.ui.common.TaskRunner;

/** The tags of one object as they are, to be changed, removed and added to. */
final class OneObjectSheet extends TagSheet {
    private final TaskRunner tasks;
    private final ObjectStore store;
    private final ObjectAddress address;
    private final TagRows rows;
    private final Consumer<TagEdit> agreed;
    private TagForm form;

    /**
     * @param form with the object's day, if that is known; its tags come later
     * @param close closes the sheet
     * @param agreed gets what is to be done to the object
     */
    OneObjectSheet(
            TaskRunner tasks,
            ObjectStore store,
            ObjectAddress address,
            TagForm form,
            List<TagTemplate> templates,
            Messages messages,
            Runnable close,
            Consumer<TagEdit> agreed) {
        super(messages, close);
        this.agreed = agreed;
        this.tasks = tasks;
        this.store = store;
        this.address = address;
        this.form = form;
        this.rows = new TagRows(true, filled(templates, form), messages, this::judge);
        say(
                messages.text("tags.title.one", address.name()),
                address.s3Uri(),
                messages.text("tags.action.one"));
        waitWith(messages.text("tags.loading"));
    }

    /** With the days in them, where they are known. */
    private static List<TagTemplate> filled(List<TagTemplate> templates, TagForm form) {
        return templates.stream()
                .map(template ->
                        template.fill(form.day(), form.today())
                                .map(tags -> new TagTemplate(template.name(), tags.values()))
                                .orElse(template))
                .toList();
    }

    @Override
    Cancellation load() {
        return tasks.run("read tags", _ -> store.tags(address), this::show, this::failed);
    }

    @Override
    void agree(TagEdit wanted) {
        agreed.accept(wanted);
    }

    private void show(ObjectTags found) {
        form = new TagForm(Optional.of(found), form.day(), form.today());
        ready(rows);
        rows.fill(Tag.of(found));
        rows.focus();
    }

    private void judge() {
        TagForm.Judgement now = form.judge(rows.tags());
        rows.show(now.tags());
        edit(now.edit());
    }
}
