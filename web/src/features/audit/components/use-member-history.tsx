import { History } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { Member, Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { laterOverlay } from '@/shared/ui/later';
import type { MenuEntry } from '@/shared/ui/menu-entry';

const HistorySheet = laterOverlay(() => import('./history-sheet'));

/** The way from the menu of a member to what there was with them. For whoever has MANAGE_MESSAGES. */
export function useMemberHistory(server: Server): {
  readonly entriesOf: (member: Member) => readonly MenuEntry[];
  readonly panel: ReactNode;
} {
  const t = useText();
  const [shown, setShown] = useState<{ readonly member: Member; readonly open: boolean } | null>(null);
  const mayLook = server.permissions.includes('MANAGE_MESSAGES');
  const entriesOf = useCallback(
    (member: Member): readonly MenuEntry[] =>
      mayLook
        ? [{ kind: 'action', icon: History, label: t('history.entry'), run: () => setShown({ member, open: true }) }]
        : [],
    [mayLook, t],
  );
  const panel = shown && (
    <HistorySheet
      serverId={server.id}
      member={shown.member}
      open={shown.open}
      onClose={() => setShown({ ...shown, open: false })}
    />
  );
  return { entriesOf, panel };
}
