import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText, type Translate } from '@/shared/i18n';
import { TextArea, TextField } from '@/shared/ui/field';
import { SelectField } from '@/shared/ui/select-field';
import { SwitchField } from '@/shared/ui/switch-field';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { changeChannel, type ChannelChange } from '../api/change-channel';
import { nothing, withPrivacy } from '../model/overwrite-draft';
import { channelsKey } from '../model/use-channels';
import { useOverwrites } from '../model/use-overwrites';
import type { PreviewOf } from './overwrite-editor';

/** Seconds that are worth choosing; others can be set over the API. */
const SLOW_MODES = [0, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600] as const;

function slowModeText(t: Translate, seconds: number): string {
  if (seconds === 0) return t('channel.slowModeOff');
  if (seconds % 3_600 === 0) return t('channel.slowModeHours', { count: seconds / 3_600 });
  return seconds % 60 === 0 ? t('channel.slowModeMinutes', { count: seconds / 60 }) : t('channel.slowModeSeconds', { count: seconds });
}

interface ChannelOverviewProps {
  readonly channel: Channel;
  readonly previewOf: PreviewOf;
}

/** What a channel is called and about, who sees it, and how fast one may write there. What one has not touched follows what others change meanwhile. */
export default function ChannelOverview({ channel, previewOf }: ChannelOverviewProps) {
  const t = useText();
  const client = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const [topic, setTopic] = useState<string | null>(null);
  const [slowMode, setSlowMode] = useState<number | null>(null);
  const [isPrivate, setPrivate] = useState<boolean | null>(null);
  const shown = {
    name: name ?? channel.name,
    topic: topic ?? channel.topic ?? '',
    slowMode: slowMode ?? channel.slowMode,
    private: isPrivate ?? channel.private,
  };
  const change: ChannelChange = {
    ...(shown.name.trim() === channel.name ? {} : { name: shown.name.trim() }),
    ...(shown.topic.trim() === (channel.topic ?? '') ? {} : { topic: shown.topic.trim() === '' ? null : shown.topic.trim() }),
    ...(shown.slowMode === channel.slowMode ? {} : { slowMode: shown.slowMode }),
    ...(shown.private === channel.private ? {} : { private: shown.private }),
  };
  const mayHide = channel.permissions.includes('MANAGE_ROLES');
  const overwrites = useOverwrites(channel.id, mayHide).data?.items;
  const ofEveryone = overwrites && (overwrites.find((one) => one.id === channel.serverId) ?? nothing);
  const discard = () => {
    setName(null);
    setTopic(null);
    setSlowMode(null);
    setPrivate(null);
    saving.reset();
  };
  const saving = useMutation({
    mutationFn: () => changeChannel(channel.id, change),
    onSuccess: async ({ position }) => {
      await reloadPast(client, channelsKey(channel.serverId), position);
      discard();
    },
  });
  const problem = saving.error === null ? undefined : asProblem(saving.error);
  return (
    <>
      <TextField
        label={t('channel.name')}
        value={shown.name}
        // Names of text channels are written as they are linked.
        onChange={({ target: { value } }) =>
          setName(channel.type === 'text' ? value.replaceAll(/\s+/gu, '-').toLocaleLowerCase() : value)
        }
        error={fieldText(t, problem, 'name')}
        maxLength={100}
        autoComplete="off"
        dir="auto"
      />
      {channel.type !== 'folder' && (
        <TextArea
          label={t('channel.topic')}
          value={shown.topic}
          onChange={(event) => setTopic(event.target.value)}
          error={fieldText(t, problem, 'topic')}
          rows={4}
          maxLength={1_024}
          dir="auto"
        />
      )}
      {channel.type === 'text' && (
        <SelectField
          label={t('channel.slowMode')}
          value={String(shown.slowMode)}
          onChange={(value) => setSlowMode(Number(value))}
          options={[...new Set([...SLOW_MODES, channel.slowMode])]
            .toSorted((a, b) => a - b)
            .map((seconds) => ({ value: String(seconds), label: slowModeText(t, seconds) }))}
        />
      )}
      {mayHide && (
        <SwitchField
          label={t('channel.privateLabel')}
          detail={t('channel.privateBody')}
          checked={shown.private}
          onChange={setPrivate}
        />
      )}
      <UnsavedBar
        unsaved={Object.keys(change).length > 0}
        saving={saving.isPending}
        blocked={shown.name.trim() === ''}
        error={problem && problemText(t, problem)}
        preview={
          change.private !== undefined &&
          ofEveryone &&
          previewOf({ kind: 'role', id: channel.serverId }, withPrivacy(ofEveryone, change.private))
        }
        onSave={() => saving.mutate()}
        onDiscard={discard}
      />
    </>
  );
}
