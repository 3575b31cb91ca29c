import { Copy, Flag, Link2, Pencil, Reply, Trash2, UserRound, type LucideIcon } from 'lucide-react';
import type { TextKey, Translate } from '@/shared/i18n';
import { line, type MenuEntry } from '@/shared/ui/menu-entry';
import type { Entry } from '../model/entries';

/** What one may do with a message here. */
export interface Verbs {
  readonly reply: (entry: Entry) => void;
  readonly edit: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
  readonly report: (entry: Entry) => void;
  /** Shows who wrote it. */
  readonly profile: (entry: Entry) => void;
  readonly copyText: (entry: Entry) => void;
  readonly copyLink: (entry: Entry) => void;
}

export interface Rights {
  readonly me: string;
  readonly canSend: boolean;
  readonly canManage: boolean;
}

export interface Action {
  readonly verb: keyof Verbs;
  readonly icon: LucideIcon;
  readonly label: TextKey;
  readonly keys?: string;
  readonly danger?: boolean;
}

/** Only people have a profile. */
export const isByUser = ({ message }: Entry): boolean => message.author.kind === 'user';

/** What can be done with a message, in the order in which it is offered. */
export function actionsFor(entry: Entry, rights: Rights): readonly Action[] {
  if (entry.state !== 'there') return [{ verb: 'copyText', icon: Copy, label: 'message.copy' }];
  const mine = entry.message.author.id === rights.me;
  return [
    ...(rights.canSend ? [{ verb: 'reply', icon: Reply, label: 'message.reply', keys: 'R' } as const] : []),
    ...(mine && rights.canSend ? [{ verb: 'edit', icon: Pencil, label: 'message.edit', keys: 'E' } as const] : []),
    { verb: 'copyText', icon: Copy, label: 'message.copy', keys: 'C' },
    { verb: 'copyLink', icon: Link2, label: 'message.copyLink' },
    ...(isByUser(entry) ? [{ verb: 'profile', icon: UserRound, label: 'member.profile' } as const] : []),
    ...(mine ? [] : [{ verb: 'report', icon: Flag, label: 'report.entry' } as const]),
    ...(mine || rights.canManage
      ? [{ verb: 'remove', icon: Trash2, label: 'message.delete', keys: 'Del', danger: true } as const]
      : []),
  ];
}

/** What can be done with whoever wrote a message, as far as it is known. */
export interface AuthorActs {
  readonly authorId: string;
  readonly entries: readonly MenuEntry[];
}

const none: readonly MenuEntry[] = [];

export const actsOn = (acts: AuthorActs | undefined, entry: Entry): readonly MenuEntry[] =>
  acts?.authorId === entry.message.author.id && entry.state === 'there' ? acts.entries : none;

/** The entries of a message's menu, wherever it opens; what can be done with its author comes last. */
export const entriesFor = (
  t: Translate,
  entry: Entry,
  rights: Rights,
  verbs: Verbs,
  acts: readonly MenuEntry[],
): readonly MenuEntry[] => [
  ...actionsFor(entry, rights).flatMap(({ verb, icon, label, keys, danger }) => [
    ...(danger ? [line] : []),
    { kind: 'action', icon, label: t(label), keys, danger, run: () => verbs[verb](entry) } as const,
  ]),
  ...(acts.length > 0 ? [line, ...acts] : []),
];
