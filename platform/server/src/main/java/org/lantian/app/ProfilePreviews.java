package org.lantian.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.lantian.app.TenantApplication.Preview;
import org.lantian.engine.profile.ProfileChanges.Change;
import org.lantian.engine.profile.ProfileChanges.Value;

/** Prints what another version of a profile changes. */
final class ProfilePreviews {

    private static final int LONGEST = 60;

    private ProfilePreviews() {
    }

    static int print(List<Preview> previews, Formats format) {
        if (format == Formats.JSON) {
            Formats.print(previews.stream().map(ProfilePreviews::json).toList());
        } else {
            previews.forEach(ProfilePreviews::print);
        }
        return Lantian.DONE;
    }

    private static void print(Preview preview) {
        String head = preview.code() + "\t" + preview.name() + "\t";
        if (preview.before().isEmpty()) {
            System.out.println(head + "新建，方案模板" + preview.after().ref());
            return;
        }
        if (preview.changes().isEmpty()) {
            System.out.println(head + preview.before().get().ref() + " → " + preview.after().ref() + "\t无变化");
            return;
        }
        System.out.println(head + preview.before().get().ref() + " → " + preview.after().ref());
        for (Change change : preview.changes()) {
            System.out.println("  " + change.kind().word() + "\t" + change.part() + "\t" + change.id());
            change.values().forEach(value -> System.out.println("    " + value.key() + "：" + brief(value.from().orElse("（无）")) + " → "
                    + brief(value.to().orElse("（无）"))));
        }
        System.out.println("  共" + preview.changes().size() + "处；已有的方案仍按原模板印制，没有写入任何内容。");
    }

    private static String brief(String text) {
        String line = text.replace("\n", "⏎");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static Map<String, Object> json(Preview preview) {
        return Formats.object("tenant", preview.code().value(), "name", preview.name(), "from",
                preview.before().map(profile -> profile.ref().toString()).orElse(null), "fromHash",
                preview.before().map(profile -> profile.hash()).orElse(null), "to", preview.after().ref().toString(), "toHash",
                preview.after().hash(), "changes", preview.changes().stream().map(ProfilePreviews::json).toList());
    }

    private static Map<String, Object> json(Change change) {
        return Formats.object("kind", change.kind().name().toLowerCase(Locale.ROOT), "part", change.part(), "id", change.id(), "values",
                change.values().stream().map(ProfilePreviews::json).toList());
    }

    private static Map<String, Object> json(Value value) {
        return Formats.object("key", value.key(), "from", value.from().orElse(null), "to", value.to().orElse(null));
    }
}
