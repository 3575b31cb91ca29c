import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { IconButton } from '@/shared/ui/icon-button';
import type { Token } from '../../model/markdown/highlight';

/** Code in its own box; its colours come when the highlighter is there, and change no size. */
export function CodeBlock({ code, language }: { code: string; language: string | undefined }) {
  const t = useText();
  const tokens = useTokens(code, language?.toLowerCase());
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyText(code))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div className="code-block group/code">
      <pre tabIndex={0} aria-label={language}>
        <code>
          {tokens === null
            ? code
            : tokens.map((token, i) => (
                <span key={i} data-kind={token.kind || undefined}>
                  {token.text}
                </span>
              ))}
        </code>
      </pre>
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? t('app.copied') : t('message.copyCode')}
        size="small"
        className="absolute top-1 right-1 bg-surface-3 opacity-0 group-hover/code:opacity-100 focus-visible:opacity-100"
        onClick={() => void copy()}
      />
    </div>
  );
}

function useTokens(code: string, language: string | undefined): readonly Token[] | null {
  const [tokens, setTokens] = useState<readonly Token[] | null>(null);
  useEffect(() => {
    if (language === undefined) return;
    let wanted = true;
    import('../../model/markdown/highlight').then(
      ({ highlight }) => wanted && setTokens(highlight(code, language)),
      // Without its colours code is still code.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [code, language]);
  return tokens;
}
