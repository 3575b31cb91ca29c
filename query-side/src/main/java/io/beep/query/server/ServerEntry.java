package io.beep.query.server;

import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.beep.readmodel.server.ServerRow;
import org.jspecify.annotations.Nullable;

/**
 * A server with what decides there for the one who asks.
 *
 * @param member null when they are no member
 */
record ServerEntry(ServerRow row, ServerAccess access, @Nullable MemberAccess member) {}
