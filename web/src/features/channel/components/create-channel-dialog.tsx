import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Folder, Hash, Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useIdempotencyKey } from '@/shared/hooks/use-idempotency-key';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { ChoiceField } from '@/shared/ui/choice';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { firstFocus } from '@/shared/ui/first-focus';
import { FormError } from '@/shared/ui/form-error';
import { SwitchField } from '@/shared/ui/switch-field';
import { useLeading } from '@/shared/ui/where-one-writes';
import { createChannel, type NewChannel } from '../api/create-channel';
import type { ChannelSeed } from '../model/channel-seed';
import { channelsKey, useChannels } from '../model/use-channels';

interface CreateChannelDialogProps {
  readonly open: boolean;
  readonly serverId: Id;
  readonly seed: ChannelSeed;
  readonly onClose: () => void;
  readonly onCreated: (id: Id, type: Channel['type']) => void;
}

export default function CreateChannelDialog({ open, serverId, seed, onClose, onCreated }: CreateChannelDialogProps) {
  const t = useText();
  const { lead, finalFocus } = useLeading(open);
  const created = (id: Id, type: Channel['type']) => {
    if (type === 'text') lead();
    onCreated(id, type);
  };
  const folder = useChannels(serverId).data?.items.find((channel) => channel.id === seed.parentId);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      finalFocus={finalFocus}
      title={folder ? t('channel.createIn', { name: folder.name }) : t('channel.create')}
    >
      <CreateChannelForm serverId={serverId} seed={seed} onClose={onClose} onCreated={created} />
    </Dialog>
  );
}

function CreateChannelForm({ serverId, seed, onClose, onCreated }: Omit<CreateChannelDialogProps, 'open'>) {
  const t = useText();
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [type, setType] = useState(seed.type);
  const [name, setName] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const trimmed = name.trim();
  const creation = useMutation({
    mutationFn: (channel: NewChannel) => createChannel(serverId, channel, keyFor(channel)),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: channelsKey(serverId) });
      onCreated(id, type);
    },
  });
  const problem = creation.error === null ? undefined : asProblem(creation.error);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        creation.mutate({
          name: trimmed,
          type,
          ...(seed.parentId === null || type === 'folder' ? {} : { parentId: seed.parentId }),
          ...(isPrivate ? { private: true } : {}),
        });
      }}
    >
      <ChoiceField
        label={t('channel.type')}
        value={type}
        onChange={setType}
        choices={[
          { value: 'text' as const, label: t('channel.typeText'), detail: t('channel.typeTextBody'), icon: Hash },
          { value: 'voice' as const, label: t('channel.typeVoice'), detail: t('channel.typeVoiceBody'), icon: Volume2 },
          ...(seed.parentId === null
            ? [{ value: 'folder' as const, label: t('channel.typeFolder'), detail: t('channel.typeFolderBody'), icon: Folder }]
            : []),
        ]}
      />
      <TextField
        label={t('channel.name')}
        placeholder={t('channel.namePlaceholder')}
        value={name}
        // Names of text channels are written as they are linked.
        onChange={(event) =>
          setName(type === 'text' ? event.target.value.replaceAll(/\s+/gu, '-').toLocaleLowerCase() : event.target.value)
        }
        error={fieldText(t, problem, 'name') ?? fieldText(t, problem, 'parentId')}
        maxLength={100}
        {...firstFocus}
        autoComplete="off"
      />
      <SwitchField
        label={t('channel.privateLabel')}
        detail={t('channel.privateBody')}
        checked={isPrivate}
        onChange={setPrivate}
      />
      {problem?.fields.size === 0 && <FormError text={problemText(t, problem)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={trimmed === '' || creation.isPending}>
          {t('channel.create')}
        </Button>
      </DialogActions>
    </form>
  );
}
