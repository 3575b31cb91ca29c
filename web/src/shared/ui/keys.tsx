const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

/** Keys as they stand on the keyboard at hand: `Mod+K` is ⌘ K or Ctrl K. */
export function Keys({ of: keys }: { of: string }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split('+').map((key) => (
        <kbd
          key={key}
          className="inline-grid h-5 min-w-5 place-items-center rounded-[4px] bg-tint/10 px-1 font-sans text-label font-medium text-text-2"
        >
          {key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key}
        </kbd>
      ))}
    </span>
  );
}
