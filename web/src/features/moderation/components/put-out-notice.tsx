import { useEffect, useRef, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { onFrame } from '@/gateway/feed/feed';
import { laterOverlay } from '@/shared/ui/later';

const PutOutDialog = laterOverlay(() => import('./put-out-dialog'));

interface Notice {
  readonly banned: boolean;
  readonly serverId: Id;
  readonly name: string;
}

interface PutOutNoticeProps {
  readonly me: Id;
  readonly servers: readonly Server[];
  readonly onRead: (serverId: Id) => void;
}

/** Tells oneself that one was kicked or banned, and stays until it was read. */
export function PutOutNotice({ me, servers, onRead }: PutOutNoticeProps) {
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  // The server is gone from the list by the time that the frame is told of.
  const names = useRef(new Map<Id, string>());
  useEffect(() => {
    for (const server of servers) names.current.set(server.id, server.name);
  }, [servers]);

  useEffect(
    () =>
      onFrame((frame) => {
        if ((frame.type !== 'member.kicked' && frame.type !== 'member.banned') || frame.userId !== me) return;
        const name = names.current.get(frame.serverId);
        if (name === undefined) return;
        setNotice({ banned: frame.type === 'member.banned', serverId: frame.serverId, name });
        setOpen(true);
      }),
    [me],
  );

  const close = () => {
    setOpen(false);
    if (notice) onRead(notice.serverId);
  };
  return <PutOutDialog banned={notice?.banned ?? false} name={notice?.name ?? ''} open={open} onClose={close} />;
}
