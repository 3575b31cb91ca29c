import { useMutation } from '@tanstack/react-query';
import { ChevronDown, Link2, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { asProblem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { paths } from '@/shared/model/paths';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea, TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { Icon } from '@/shared/ui/icon';
import { Menu, MenuItem, MenuLine } from '@/shared/ui/menu';
import { toast } from '@/shared/ui/toasts';
import { changeChannel, type ChannelChange } from '../api/change-channel';
import { deleteChannel } from '../api/delete-channel';

/** What can be done with the channel that is open. */
export function ChannelMenu({ channel, onGone }: { channel: Channel; onGone: () => void }) {
  const t = useText();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const manages = channel.permissions.includes('MANAGE_CHANNELS');
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={channel.name}
            className="grid size-6 shrink-0 place-items-center rounded-control text-text-3 hover:bg-tint/8 hover:text-text-1 data-popup-open:bg-tint/8 pointer-coarse:size-11"
          >
            <Icon of={ChevronDown} size={16} />
          </button>
        }
      >
        <MenuItem
          icon={Link2}
          onClick={() =>
            void copyText(location.origin + paths.channel(channel.serverId, channel.id)).then(
              (done) => done && toast(t('app.copied')),
            )
          }
        >
          {t('channel.copyLink')}
        </MenuItem>
        {manages && (
          <>
            <MenuItem icon={Pencil} onClick={() => setOpen('edit')}>
              {t('channel.edit')}
            </MenuItem>
            <MenuLine />
            <MenuItem icon={Trash2} danger onClick={() => setOpen('delete')}>
              {t('channel.delete')}
            </MenuItem>
          </>
        )}
      </Menu>
      <Dialog open={open === 'edit'} onClose={close} title={t('channel.edit')}>
        <EditForm channel={channel} onClose={close} />
      </Dialog>
      <Dialog
        open={open === 'delete'}
        onClose={close}
        title={t('channel.deleteTitle', { name: channel.name })}
        lead={t('channel.deleteBody')}
      >
        <DeleteForm channel={channel} onClose={close} onGone={onGone} />
      </Dialog>
    </>
  );
}

function EditForm({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState(channel.name);
  const [topic, setTopic] = useState(channel.topic ?? '');
  const change = useMutation({ mutationFn: (next: ChannelChange) => changeChannel(channel.id, next), onSuccess: onClose });
  const fields = change.error === null ? undefined : asProblem(change.error).fields;
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const next: ChannelChange = {
          ...(name.trim() === channel.name ? {} : { name: name.trim() }),
          ...(topic.trim() === (channel.topic ?? '') ? {} : { topic: topic.trim() === '' ? null : topic.trim() }),
        };
        if (Object.keys(next).length === 0) onClose();
        else change.mutate(next);
      }}
    >
      <TextField
        label={t('channel.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={fields?.get('name')}
        maxLength={100}
        autoComplete="off"
      />
      <TextArea
        label={t('channel.topic')}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
        error={fields?.get('topic')}
        rows={3}
        maxLength={1_024}
      />
      {change.isError && (fields?.size ?? 0) === 0 && <FormError text={problemText(t, change.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={name.trim() === '' || change.isPending}>
          {t('app.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

function DeleteForm({ channel, onClose, onGone }: { channel: Channel; onClose: () => void; onGone: () => void }) {
  const t = useText();
  const deletion = useMutation({ mutationFn: () => deleteChannel(channel.id), onSuccess: onGone });
  return (
    <>
      {deletion.isError && <FormError text={problemText(t, deletion.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" disabled={deletion.isPending} onClick={() => deletion.mutate()}>
          {t('channel.delete')}
        </Button>
      </DialogActions>
    </>
  );
}
