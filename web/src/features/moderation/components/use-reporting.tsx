import { Flag } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Message } from '@/gateway/contract/message';
import type { Member } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { laterOverlay } from '@/shared/ui/later';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import type { Reported } from './report-dialog';

const ReportDialog = laterOverlay(() => import('./report-dialog'));

interface Reporting {
  readonly reportMessage: (message: Message) => void;
  /** The line of a member's menu; none for oneself. */
  readonly entriesOf: (member: Member) => readonly MenuEntry[];
  readonly dialog: ReactNode;
}

/** The way for every member to tell those who keep order. */
export function useReporting(serverId: Id, me: Id): Reporting {
  const t = useText();
  const [asked, setAsked] = useState<{ readonly reported: Reported; readonly open: boolean } | null>(null);
  const report = useCallback((reported: Reported) => setAsked({ reported, open: true }), []);
  const reportMessage = useCallback(
    ({ id, author }: Message) => report({ kind: 'message', id, name: author.displayName }),
    [report],
  );
  const entriesOf = useCallback(
    ({ userId, displayName }: Member): readonly MenuEntry[] =>
      userId === me
        ? []
        : [
            {
              kind: 'action',
              icon: Flag,
              label: t('report.entry'),
              run: () => report({ kind: 'member', id: userId, name: displayName }),
            },
          ],
    [me, t, report],
  );
  const dialog = asked && (
    <ReportDialog
      serverId={serverId}
      reported={asked.reported}
      open={asked.open}
      onClose={() => setAsked({ ...asked, open: false })}
    />
  );
  return { reportMessage, entriesOf, dialog };
}
