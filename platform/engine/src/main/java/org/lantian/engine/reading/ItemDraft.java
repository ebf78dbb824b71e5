package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.reading.Paragraphs.Para;
import org.lantian.engine.reading.ReadItem.RolesFrom;
import org.lantian.plugin.grammar.RoleKind;

/** An item while it is read. */
final class ItemDraft {

    private static final int TITLE = 40;
    private static final int SHORTEST = 6;

    private final Numbering number;
    private final int line;
    private final String box;
    private final RoleReader roleReader;
    private final DeadlineReader deadlineReader;
    private final List<String> text = new ArrayList<>();
    private final List<String> joinedNames = new ArrayList<>();
    private ReadRoles roles = ReadRoles.NONE;
    private RolesFrom rolesFrom = RolesFrom.NOWHERE;
    private boolean block;
    private Optional<ReadRoles> blanket = Optional.empty();

    ItemDraft(Numbering number, int line, String box, RoleReader roleReader, DeadlineReader deadlineReader) {
        this.number = number;
        this.line = line;
        this.box = box;
        this.roleReader = roleReader;
        this.deadlineReader = deadlineReader;
        add(new Para(line, number.rest(), 0));
    }

    void add(Para para) {
        String words = para.text();
        if (roleReader.roleLine(words)) {
            own(roleReader.line(words));
            block = true;
            return;
        }
        Optional<Integer> inside = roleReader.labelInside(words);
        if (inside.isPresent()) {
            text.add(words.substring(0, inside.get()).strip());
            own(roleReader.line(words.substring(inside.get())));
            block = true;
            return;
        }
        own(roleReader.inline(words));
        blanket = blanket.or(() -> roleReader.blanket(words));
        text.add(words);
    }

    private void own(ReadRoles found) {
        if (!found.isEmpty()) {
            roles = roles.plus(found);
            rolesFrom = RolesFrom.OWN;
        }
    }

    /** Whether the text has not come to an end yet. */
    boolean expectsMore() {
        return !text.isEmpty() && !text.getLast().matches("(?s).*[。！？；）〕]");
    }

    /** Whether it is a section's own text rather than a numbered line below it. */
    boolean ofSection() {
        return !number.arabic();
    }

    int value() {
        return number.value();
    }

    boolean hasRoles() {
        return !roles.isEmpty();
    }

    /** Whether its roles stand in lines of their own, which items before it may share. */
    boolean hasBlock() {
        return block;
    }

    ReadRoles roles() {
        return roles;
    }

    Optional<ReadRoles> blanket() {
        return blanket;
    }

    void share(ReadRoles shared) {
        roles = shared;
        rolesFrom = RolesFrom.SHARED_BLOCK;
    }

    /** Puts the two names in place of the one that holds both. */
    void part(String joined, String first, String second) {
        joinedNames.add(joined);
        Map<RoleKind, List<String>> names = new EnumMap<>(roles.names());
        names.put(RoleKind.LEADER, roles.of(RoleKind.LEADER).stream()
                .flatMap(name -> name.equals(joined) ? Stream.of(first, second) : Stream.of(name)).toList());
        roles = new ReadRoles(names);
    }

    void cover(ReadRoles all) {
        roles = roles.plus(all);
    }

    ReadItem item() {
        String whole = String.join("\n", text);
        List<Deadline> deadlines = new ArrayList<>(deadlineReader.find(whole).stream()
                .map(DeadlineReader.Found::deadline).distinct().toList());
        if (deadlines.isEmpty()) {
            deadlines.add(new Deadline.None(""));
        }
        String no = number.printed().replaceAll("[、（）()\\s]|[.．]$", "");
        return new ReadItem(no, title(text.isEmpty() ? "" : text.getFirst()), whole, roles, rolesFrom, deadlines,
                QuantityReader.find(whole), joinedNames, box, line);
    }

    /** The first sentence, or where that is long its first clause. */
    private static String title(String first) {
        for (char mark : new char[]{'。', '：', '；', '，'}) {
            int at = first.indexOf(mark, mark == '，' ? SHORTEST : 1);
            if (at > 0 && at <= TITLE) {
                return first.substring(0, at);
            }
        }
        return first.length() <= TITLE ? first : first.substring(0, TITLE);
    }
}
