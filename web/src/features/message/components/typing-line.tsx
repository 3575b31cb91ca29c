import type { Id } from '@/gateway/contract/ids';
import { useText, type Translate } from '@/shared/i18n';
import { useStore } from '@/shared/model/store';
import { typing, type Typist } from '../model/typing';

interface TypingLineProps {
  readonly channelId: Id;
  readonly me: Id;
  readonly nameOf: (userId: Id) => string | undefined;
}

/** Who is writing. Its place is always kept, so that nothing moves when they begin. */
export function TypingLine({ channelId, me, nameOf }: TypingLineProps) {
  const t = useText();
  const here = useStore(typing.store, (typists) => typing.in(typists, channelId));
  const names = here.filter((typist) => typist.userId !== me).map((typist) => name(typist, nameOf));
  const text = sentence(t, names);
  return (
    <p className="flex h-5 min-w-0 grow items-center gap-2 text-label text-text-2" aria-live="polite">
      {text !== '' && (
        <>
          <span aria-hidden className="typing-dots">
            <i />
            <i />
            <i />
          </span>
          <span className="truncate">{text}</span>
        </>
      )}
    </p>
  );
}

const name = (typist: Typist, nameOf: TypingLineProps['nameOf']) => typist.displayName ?? nameOf(typist.userId) ?? '…';

function sentence(t: Translate, [a, b, ...others]: readonly string[]): string {
  if (a === undefined) return '';
  if (b === undefined) return t('typing.one', { a });
  return others.length === 0 ? t('typing.two', { a, b }) : t('typing.many');
}
