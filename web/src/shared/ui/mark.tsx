/** The sign of Beep. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M10 6.5v19M10 17.500a6 6 0 1 1 6 6 6 6 0 0 1-6-6z"
        fill="none"
        strokeWidth="3.4"
        strokeLinecap="round"
        className="stroke-accent-ink"
      />
    </svg>
  );
}
