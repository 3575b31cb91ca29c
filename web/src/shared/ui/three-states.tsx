import { Check, Minus, X, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { useText } from '../i18n';
import { cx } from './cx';
import { hint } from './hint';
import { Icon } from './icon';

export type ThreeState = 'deny' | 'inherit' | 'allow';

const looks: Record<ThreeState, { readonly icon: LucideIcon; readonly chosen: string }> = {
  deny: { icon: X, chosen: 'bg-danger text-danger-ink' },
  inherit: { icon: Minus, chosen: 'bg-tint/18 text-text-1' },
  allow: { icon: Check, chosen: 'bg-success text-surface-2' },
};

interface ThreeStatesProps {
  readonly label: string;
  readonly detail: string;
  /** What holds while nothing is said, or why nothing can be. */
  readonly note: string;
  readonly value: ThreeState;
  readonly disabled: boolean;
  readonly onChange: (value: ThreeState) => void;
}

/** Denied, allowed, or as it is elsewhere. */
export function ThreeStates({ label, detail, note, value, disabled, onChange }: ThreeStatesProps) {
  const t = useText();
  const id = useId();
  return (
    <fieldset disabled={disabled} className="flex items-center gap-4">
      {/* A legend stands where it wants; this one is for who does not see the label. */}
      <legend className="sr-only">{label}</legend>
      <div className="grid min-w-0 grow">
        <span aria-hidden className="text-body font-medium">
          {label}
        </span>
        <span id={id} className="text-meta text-text-2">
          {detail}
          <span className="block text-label text-text-3">{note}</span>
        </span>
      </div>
      <div
        aria-describedby={id}
        role="radiogroup"
        aria-label={label}
        className="flex shrink-0 overflow-hidden rounded-control bg-tint/6 ring-1 ring-tint/14"
      >
        {(['deny', 'inherit', 'allow'] as const).map((state) => (
          <label
            key={state}
            {...hint(t(`overwrite.${state}`))}
            className={cx(
              'grid h-8 w-9 place-items-center transition-colors has-focus-visible:ring-2 has-focus-visible:ring-accent-strong has-focus-visible:ring-inset pointer-coarse:h-11 pointer-coarse:w-11',
              state === value ? looks[state].chosen : 'text-text-2',
              disabled ? 'opacity-50' : 'cursor-pointer',
              !disabled && state !== value && 'hover:bg-tint/8 hover:text-text-1',
            )}
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              aria-label={t(`overwrite.${state}`)}
              checked={state === value}
              onChange={() => onChange(state)}
            />
            <Icon of={looks[state].icon} size={17} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
