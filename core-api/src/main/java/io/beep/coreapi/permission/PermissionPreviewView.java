package io.beep.coreapi.permission;

import io.beep.coreapi.shared.ServerId;
import java.util.List;

/**
 * What a change would give to and take from members.
 *
 * @param members to whom something would happen, those in {@code groups} and others
 * @param complete whether everyone was looked at and everything is told; false in a server with
 *     more sets of roles than are looked at
 * @param groups members to whom the same would happen, the largest first
 * @param position the place in the event stream up to which the answer knows everything
 */
public record PermissionPreviewView(
    ServerId serverId,
    int members,
    boolean complete,
    List<PreviewGroupView> groups,
    long position) {

  public PermissionPreviewView {
    groups = List.copyOf(groups);
  }
}
