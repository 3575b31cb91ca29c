import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { MadeInvitation } from '@/gateway/contract/invitation';
import { timeLeft, useLanguage, useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { paths } from '@/shared/model/paths';
import { Button } from '@/shared/ui/button';
import { firstFocus } from '@/shared/ui/first-focus';
import { Icon } from '@/shared/ui/icon';

const SAID_FOR_MS = 2_500;

interface ShareLinkProps {
  /** Undefined while it is being made. */
  readonly invitation: Pick<MadeInvitation, 'code' | 'maxUses' | 'expiresAt'> | undefined;
}

/** The link, and one press to have it. */
export function ShareLink({ invitation }: ShareLinkProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [had, setHad] = useState<string | null>(null);
  const code = invitation?.code;
  const url = code === undefined ? '' : location.origin + paths.invitation(code);
  // Of another link it would not be true.
  const copied = had !== null && had === code;

  useEffect(() => {
    if (had === null) return;
    const timer = setTimeout(() => setHad(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [had]);

  const copy = async () => {
    if (code === undefined) return;
    if (await copyText(url)) setHad(code);
    // Where the clipboard is closed to the page, the keyboard still reaches it.
    else field.current?.select();
  };

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-meta font-medium text-text-2">
        {t('invite.link')}
      </label>
      <div className="flex items-center gap-1.5 rounded-control bg-field p-1 pl-3 ring-1 ring-tint/14 focus-within:ring-accent-strong max-tablet:grid max-tablet:p-1.5">
        <input
          id={id}
          ref={field}
          readOnly
          value={url}
          placeholder={t('invite.making')}
          aria-busy={code === undefined}
          onFocus={(event) => event.target.select()}
          className="h-9 min-w-0 grow bg-transparent text-entry text-ellipsis outline-none max-tablet:px-1.5"
        />
        <Button
          // Not disabled: it has the focus from the beginning, and keeps it when the link comes.
          aria-disabled={code === undefined}
          onClick={() => void copy()}
          className="w-27 shrink-0 max-tablet:w-full"
          {...firstFocus}
        >
          <Icon of={copied ? Check : Copy} size={16} />
          {t(copied ? 'app.copied' : 'invite.copy')}
        </Button>
      </div>
      <p className="min-h-4 text-label text-text-3">
        {invitation &&
          t('invite.terms', {
            end:
              invitation.expiresAt === undefined
                ? t('invite.never')
                : t('invite.expires', { when: timeLeft(language, new Date(invitation.expiresAt), new Date()) }),
            uses:
              invitation.maxUses === undefined ? t('invite.forAll') : t('invite.forSome', { count: invitation.maxUses }),
          })}
      </p>
      <span role="status" className="sr-only">
        {copied ? t('invite.copiedLink') : ''}
      </span>
    </div>
  );
}
