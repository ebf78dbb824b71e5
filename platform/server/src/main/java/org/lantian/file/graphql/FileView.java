package org.lantian.file.graphql;

import org.lantian.file.StoredFile;
import org.lantian.graphql.GlobalId;

/** A stored file as payloads of the API show it. */
public record FileView(String id, String name, long size, String sha256, String url) {

    public static FileView of(StoredFile file) {
        String id = GlobalId.of("File", file.id());
        return new FileView(id, file.name(), file.size(), file.sha256(), "/files/" + id);
    }
}
