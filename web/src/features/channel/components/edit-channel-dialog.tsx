import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText, type Translate } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea, TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { SelectField } from '@/shared/ui/select-field';
import { SwitchField } from '@/shared/ui/switch-field';
import { changeChannel, type ChannelChange } from '../api/change-channel';

interface EditChannelDialogProps {
  readonly open: boolean;
  readonly channel: Channel;
  readonly onClose: () => void;
}

/** What a channel is called and about, who sees it, and how fast one may write there. */
export default function EditChannelDialog({ open, channel, onClose }: EditChannelDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} title={t('channel.edit')}>
      <EditChannelForm channel={channel} onClose={onClose} />
    </Dialog>
  );
}

/** Seconds that are worth choosing; others can be set over the API. */
const SLOW_MODES = [0, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600] as const;

function slowModeText(t: Translate, seconds: number): string {
  if (seconds === 0) return t('channel.slowModeOff');
  if (seconds % 3_600 === 0) return t('channel.slowModeHours', { count: seconds / 3_600 });
  return seconds % 60 === 0 ? t('channel.slowModeMinutes', { count: seconds / 60 }) : t('channel.slowModeSeconds', { count: seconds });
}

function EditChannelForm({ channel, onClose }: Omit<EditChannelDialogProps, 'open'>) {
  const t = useText();
  const [name, setName] = useState(channel.name);
  const [topic, setTopic] = useState(channel.topic ?? '');
  const [slowMode, setSlowMode] = useState(channel.slowMode);
  const [isPrivate, setPrivate] = useState(channel.private);
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
          ...(slowMode === channel.slowMode ? {} : { slowMode }),
          ...(isPrivate === channel.private ? {} : { private: isPrivate }),
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
      {channel.type === 'text' && (
        <SelectField
          label={t('channel.slowMode')}
          value={String(slowMode)}
          onChange={(value) => setSlowMode(Number(value))}
          options={[...new Set([...SLOW_MODES, channel.slowMode])]
            .toSorted((a, b) => a - b)
            .map((seconds) => ({ value: String(seconds), label: slowModeText(t, seconds) }))}
        />
      )}
      {channel.permissions.includes('MANAGE_ROLES') && (
        <SwitchField
          label={t('channel.privateLabel')}
          detail={t('channel.privateBody')}
          checked={isPrivate}
          onChange={setPrivate}
        />
      )}
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
