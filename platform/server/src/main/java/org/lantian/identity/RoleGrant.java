package org.lantian.identity;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Role;

/** A role that a user holds. */
@MappedEntity("role_grant")
record RoleGrant(@Id @GeneratedValue @Nullable Long id, long userId, Role role) {
}
