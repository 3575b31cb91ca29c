import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Message } from '@/gateway/contract/message';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { toast } from '@/shared/ui/toasts';
import { editMessage } from '../api/edit-message';
import { deleteSoon } from '../model/deletions';
import { MOST_CHARACTERS } from '../model/limits';
import { timelineKey, withMessage, type Timeline } from '../model/timeline';
import { GrowingText } from './growing-text';

/** A message's text, open for change in its place. Emptied and saved, the message is deleted. */
export default function EditBox({ message, onEnd }: { message: Message; onEnd: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const [text, setText] = useState(message.content);

  const save = () => {
    const content = text.trim();
    onEnd();
    if (content === message.content) return;
    if (content === '') {
      const undo = deleteSoon(message.id, (error) => toast(problemText(t, error), { tone: 'danger' }));
      toast(t('message.deleted'), { action: { label: t('app.undo'), run: undo } });
      return;
    }
    const key = timelineKey(message.channelId);
    const swap = (from: string, to: Message) =>
      client.setQueryData<Timeline>(key, (timeline) => timeline && withMessage(timeline, from, to));
    swap(message.content, { ...message, content, editedAt: justAfter(message) });
    editMessage(message.id, content).catch((error: unknown) => {
      swap(content, message);
      toast(`${t('message.editFailed')} ${problemText(t, error)}`, { tone: 'danger' });
    });
  };

  return (
    <div className="my-1 max-w-[812px] rounded-control bg-surface-3 ring-1 ring-tint/14 focus-within:ring-accent-strong">
      <GrowingText
        value={text}
        onChange={setText}
        autoFocus
        label={t('message.edit')}
        className="px-3 py-2"
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onEnd();
          } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            if (text.length <= MOST_CHARACTERS) save();
          }
        }}
      />
      <div className="flex items-center gap-2 px-3 pb-2">
        <span className="grow text-label text-text-3">{t('message.editHint')}</span>
        <Button size="small" look="plain" onClick={onEnd}>
          {t('app.cancel')}
        </Button>
        <Button size="small" onClick={save} disabled={text.length > MOST_CHARACTERS}>
          {t('app.save')}
        </Button>
      </div>
    </div>
  );
}

/** A time for the change that the event's own, which is later, overrules. */
const justAfter = (message: Message): string =>
  new Date(Date.parse(message.editedAt ?? message.createdAt) + 1).toISOString();
