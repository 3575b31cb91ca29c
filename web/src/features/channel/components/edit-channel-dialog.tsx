import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea, TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { changeChannel, type ChannelChange } from '../api/change-channel';

interface EditChannelDialogProps {
  readonly open: boolean;
  readonly channel: Channel;
  readonly onClose: () => void;
}

/** A channel's name and topic. */
export default function EditChannelDialog({ open, channel, onClose }: EditChannelDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} title={t('channel.edit')}>
      <EditChannelForm channel={channel} onClose={onClose} />
    </Dialog>
  );
}

function EditChannelForm({ channel, onClose }: Omit<EditChannelDialogProps, 'open'>) {
  const t = useText();
  const [name, setName] = useState(channel.name);
  const [topic, setTopic] = useState(channel.topic ?? '');
  const change = useMutation({ mutationFn: (next: ChannelChange) => changeChannel(channel.id, next), onSuccess: onClose });
  const problem = change.error === null ? undefined : asProblem(change.error);
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
        error={fieldText(t, problem, 'name')}
        maxLength={100}
        autoComplete="off"
      />
      <TextArea
        label={t('channel.topic')}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
        error={fieldText(t, problem, 'topic')}
        rows={3}
        maxLength={1_024}
      />
      {problem?.fields.size === 0 && <FormError text={problemText(t, problem)} />}
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
