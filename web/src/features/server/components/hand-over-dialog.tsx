import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Minus } from 'lucide-react';
import { useState } from 'react';
import type { Member, Server } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { Icon } from '@/shared/ui/icon';
import { toast } from '@/shared/ui/toasts';
import { handOverServer } from '../api/hand-over-server';
import { serversKey } from '../model/use-servers';

interface HandOverDialogProps {
  readonly server: Server;
  readonly heir: Member;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says what changes, and wants the name of the server typed: only the new owner could give it back. */
export default function HandOverDialog({ server, heir, open, onClose }: HandOverDialogProps) {
  const t = useText();
  const name = heir.displayName;
  return (
    <Dialog open={open} onClose={onClose} title={t('handOver.ask', { server: server.name, name })}>
      <div className="flex items-center gap-3 rounded-card bg-tint/4 p-3">
        <Avatar id={heir.userId} name={name} url={heir.avatarUrl} size={40} />
        <div className="grid min-w-0">
          <p className="truncate text-body font-semibold" dir="auto">
            {name}
          </p>
          <p className="truncate text-meta text-text-2">@{heir.username}</p>
        </div>
      </div>
      <ul className="grid gap-2 text-meta text-text-2">
        {(['handOver.gets', 'handOver.keep', 'handOver.back'] as const).map((key) => (
          <li key={key} className="flex gap-2.5">
            <Icon of={key === 'handOver.back' ? Minus : Check} size={16} className="mt-0.5 shrink-0" />
            <span className="min-w-0 text-pretty">{t(key, { name })}</span>
          </li>
        ))}
      </ul>
      <HandOverForm key={heir.userId} server={server} heir={heir} onClose={onClose} />
    </Dialog>
  );
}

function HandOverForm({ server, heir, onClose }: Omit<HandOverDialogProps, 'open'>) {
  const t = useText();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const handing = useMutation({
    mutationFn: () => handOverServer(server.id, heir.userId),
    onSuccess: async ({ position }) => {
      onClose();
      toast(t('handOver.done', { server: server.name, name: heir.displayName }));
      await reloadPast(client, serversKey, position);
    },
  });
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        handing.mutate();
      }}
    >
      <TextField
        label={t('server.deleteConfirm')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={server.name}
        autoComplete="off"
      />
      {handing.isError && <FormError text={problemText(t, handing.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" look="danger" disabled={handing.isPending || typed.trim() !== server.name.trim()}>
          {t('handOver.do')}
        </Button>
      </DialogActions>
    </form>
  );
}
