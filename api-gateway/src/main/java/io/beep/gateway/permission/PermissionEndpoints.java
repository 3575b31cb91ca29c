package io.beep.gateway.permission;

import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class PermissionEndpoints {

  private PermissionEndpoints() {}

  public static List<Endpoint> of(QueryAsker queries) {
    return List.of(
        new GetChannelPermissionsEndpoint(queries),
        new GetServerPermissionsEndpoint(queries),
        new PreviewPermissionsEndpoint(queries));
  }
}
