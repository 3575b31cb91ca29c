import { useEffect, useRef, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { onFrame } from '@/gateway/feed/feed';
import { useText } from '@/shared/i18n';
import { laterOverlay } from '@/shared/ui/later';
import { toast } from '@/shared/ui/toasts';

const PutOutDialog = laterOverlay(() => import('./put-out-dialog'));

interface Notice {
  readonly open: boolean;
  readonly banned: boolean;
  readonly serverId: Id;
  readonly name: string;
}

interface PutOutNoticeProps {
  readonly me: Id;
  readonly servers: readonly Server[];
  readonly onRead: (serverId: Id) => void;
}

/** Tells oneself that one was kicked or banned, and stays until it was read; and that it was taken back. */
export function PutOutNotice({ me, servers, onRead }: PutOutNoticeProps) {
  const t = useText();
  const [notice, setNotice] = useState<Notice | null>(null);
  // The server is gone from the list by the time that the frame is told of.
  const names = useRef(new Map<Id, string>());
  const back = useRef(new Set<Id>());
  useEffect(() => {
    for (const { id, name } of servers) {
      names.current.set(id, name);
      if (back.current.delete(id)) toast(t('moderation.youAreBack', { name }), { stay: 10_000 });
    }
  }, [servers, t]);

  useEffect(
    () =>
      onFrame((frame) => {
        if (frame.type === 'member.joined' && frame.restored === true && frame.member.userId === me) {
          // Told as soon as the server is there again to go to.
          back.current.add(frame.serverId);
          setNotice((last) => (last?.serverId === frame.serverId ? { ...last, open: false } : last));
          return;
        }
        if ((frame.type !== 'member.kicked' && frame.type !== 'member.banned') || frame.userId !== me) return;
        const name = names.current.get(frame.serverId);
        if (name === undefined) return;
        setNotice({ open: true, banned: frame.type === 'member.banned', serverId: frame.serverId, name });
      }),
    [me],
  );

  const close = () => {
    if (!notice) return;
    setNotice({ ...notice, open: false });
    onRead(notice.serverId);
  };
  return (
    <PutOutDialog
      banned={notice?.banned ?? false}
      name={notice?.name ?? ''}
      open={notice?.open ?? false}
      onClose={close}
    />
  );
}
