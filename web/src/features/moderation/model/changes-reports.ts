import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';

/**
 * Whose queue of reports looks different after a frame: a server's, everybody's (null) where the frame does not say whose,
 * nobody's (undefined).
 */
export function changesReports(frame: EventFrame): Id | null | undefined {
  switch (frame.type) {
    case 'report.filed':
    case 'report.resolved':
    case 'report.reopened':
    case 'member.left':
    case 'member.kicked':
    case 'member.banned':
      return frame.serverId;
    // The queue shows messages as they are.
    case 'message.edited':
    case 'message.deleted':
    case 'channel.deleted':
      return null;
    default:
      return undefined;
  }
}
