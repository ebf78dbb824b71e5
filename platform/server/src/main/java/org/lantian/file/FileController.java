package org.lantian.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.RequestScope;
import org.lantian.graphql.SignedIn;
import org.lantian.tenancy.Tenants;

/** {@code /files}: upload as multipart form field {@code file}, download by the id that the API gives. */
@Controller("/files")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {

    private final FileStore files;
    private final Tenants tenants;
    private final SignedIn signedIn;
    private final AuditTrail audit;

    FileController(FileStore files, Tenants tenants, SignedIn signedIn, AuditTrail audit) {
        this.files = files;
        this.tenants = tenants;
        this.signedIn = signedIn;
        this.audit = audit;
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<Map<String, Object>> upload(CompletedFileUpload file, Authentication authentication) {
        RequestScope scope = signedIn.require(authentication);
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(scope.actor()).propagate()) {
            Actor.requireAny(Role.ADMINISTRATOR, Role.PLANNER);
            StoredFile stored = tenants.write(scope.tenant(), () -> save(file));
            return HttpResponse.<Map<String, Object>>status(HttpStatus.CREATED).body(described(stored));
        }
    }

    private StoredFile save(CompletedFileUpload file) {
        try (InputStream content = file.getInputStream()) {
            StoredFile stored = files.save(file.getFilename(), mediaType(file), content);
            audit.note("file.uploaded", "file", String.valueOf(stored.id()), Map.of("name", stored.name(), "sha256",
                    stored.sha256()));
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the sender says it is; bytes, if that is no media type. */
    private static String mediaType(CompletedFileUpload file) {
        try {
            return file.getContentType().map(MediaType::getName).orElse(MediaType.APPLICATION_OCTET_STREAM);
        } catch (IllegalArgumentException unreadable) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    @Get("/{id}")
    HttpResponse<?> download(String id, Authentication authentication) {
        RequestScope scope = signedIn.require(authentication);
        StoredFile file = tenants.read(scope.tenant(), () -> files.require(GlobalId.parse("File", id)));
        InputStream content = new FileStream(
                ordinal -> tenants.read(scope.tenant(), () -> files.chunk(file.id(), ordinal)));
        return HttpResponse.ok(new StreamedFile(content, MediaType.of(file.mediaType())))
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"))
                .header("X-Content-Type-Options", "nosniff");
    }

    static Map<String, Object> described(StoredFile file) {
        return Map.of("id", GlobalId.of("File", file.id()), "name", file.name(), "size", file.size(), "sha256",
                file.sha256());
    }
}
