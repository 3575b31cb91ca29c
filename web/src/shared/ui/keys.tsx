import { useText, type TextKey } from '../i18n';

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

const onMac: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const named: Record<string, TextKey> = { Shift: 'key.shift', Enter: 'key.enter', Esc: 'key.esc', Del: 'key.del' };

/** Keys as they stand on the keyboard at hand: `Mod+K` is ⌘ K or Ctrl K. */
export function Keys({ of: keys }: { of: string }) {
  const t = useText();
  const nameOf = (key: string): string => {
    const symbol = mac ? onMac[key] : undefined;
    const name = named[key];
    return symbol ?? (key === 'Mod' ? 'Ctrl' : name === undefined ? key : t(name));
  };
  return (
    <span className="inline-flex gap-1">
      {keys.split('+').map((key) => (
        <kbd
          key={key}
          className="inline-grid h-5 min-w-5 place-items-center rounded-[4px] bg-tint/10 px-1 font-sans text-label font-medium text-text-2"
        >
          {nameOf(key)}
        </kbd>
      ))}
    </span>
  );
}
