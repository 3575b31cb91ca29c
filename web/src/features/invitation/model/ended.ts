import { Ban, Clock, Link2Off, SearchX, Ticket, Unplug, type LucideIcon } from 'lucide-react';
import type { TextKey } from '@/shared/i18n';

interface Ended {
  readonly icon: LucideIcon;
  readonly title: TextKey;
  readonly body: TextKey;
}

const endings: Partial<Record<string, Ended>> = {
  'invitation.expired': { icon: Clock, title: 'invite.expired', body: 'invite.askAgain' },
  'invitation.used-up': { icon: Ticket, title: 'invite.usedUp', body: 'invite.askAgain' },
  'invitation.revoked': { icon: Link2Off, title: 'invite.withdrawn', body: 'invite.askAgain' },
  'invitation.server-gone': { icon: Unplug, title: 'invite.serverGone', body: 'invite.serverGoneBody' },
  'server.banned': { icon: Ban, title: 'moderation.banned', body: 'moderation.bannedBody' },
  'invitation.not-found': { icon: SearchX, title: 'invite.unknown', body: 'invite.unknownBody' },
};

/** Why a link leads nowhere, by the code of the refusal; undefined for what may pass. */
export const endedBy = (code: string): Ended | undefined => endings[code];
