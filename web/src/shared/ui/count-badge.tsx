/** A number on what it counts; nothing for none. Its place is the same for all numbers. */
export const CountBadge = ({ count, className = '' }: { count: number; className?: string }) =>
  count > 0 && (
    <span
      aria-hidden
      className={`tabular grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-[11px] leading-none font-semibold text-accent-ink ${className}`}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
