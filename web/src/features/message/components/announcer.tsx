import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { useText } from '@/shared/i18n';
import type { Entry } from '../model/entries';
import { plainLine } from '../model/markdown/text-of';

/** Tells a screen reader what others write while one is here, and nothing of the history. */
export function Announcer({ last, me }: { last: Entry | undefined; me: Id }) {
  const t = useText();
  const [heard, setHeard] = useState<{ key: string | null; text: string }>({ key: null, text: '' });
  if (last !== undefined && last.key !== heard.key) {
    const { author, content, id } = last.message;
    const isNew = heard.key !== null && id > heard.key && author.id !== me;
    setHeard({
      key: last.key,
      text: isNew ? t('timeline.arrived', { author: author.displayName, text: plainLine(content, 400) }) : '',
    });
  }
  return (
    <p aria-live="polite" className="sr-only">
      {heard.text}
    </p>
  );
}
