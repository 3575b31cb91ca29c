import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { TextArea, TextField } from '@/shared/ui/field';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { changeChannel, type ChannelChange } from '../api/change-channel';
import { channelsKey } from '../model/use-channels';

/** A channel's name and topic. What one has not touched follows what others change meanwhile. */
export default function ChannelOverview({ channel }: { channel: Channel }) {
  const t = useText();
  const client = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const [topic, setTopic] = useState<string | null>(null);
  const shown = { name: name ?? channel.name, topic: topic ?? channel.topic ?? '' };
  const change: ChannelChange = {
    ...(shown.name.trim() === channel.name ? {} : { name: shown.name.trim() }),
    ...(shown.topic.trim() === (channel.topic ?? '') ? {} : { topic: shown.topic.trim() === '' ? null : shown.topic.trim() }),
  };
  const discard = () => {
    setName(null);
    setTopic(null);
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
      <UnsavedBar
        unsaved={Object.keys(change).length > 0}
        saving={saving.isPending}
        blocked={shown.name.trim() === ''}
        error={problem && problemText(t, problem)}
        onSave={() => saving.mutate()}
        onDiscard={discard}
      />
    </>
  );
}
