import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

interface SwitchFieldProps {
  readonly label: string;
  readonly detail: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Why it cannot be switched. */
  readonly reason?: string | undefined;
}

export function SwitchField({ label, detail, checked, onChange, disabled = false, reason }: SwitchFieldProps) {
  const id = useId();
  return (
    <label className="flex items-center gap-4">
      <span className="grid grow">
        <span id={id} className="text-body font-medium">
          {label}
        </span>
        <span id={`${id}-detail`} className="text-meta text-text-2">
          {detail}
          {reason !== undefined && <span className="block text-label text-text-3">{reason}</span>}
        </span>
      </span>
      <Switch.Root
        aria-labelledby={id}
        aria-describedby={`${id}-detail`}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        className="flex h-6 w-10 shrink-0 items-center rounded-full bg-tint/22 p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-45"
      >
        <Switch.Thumb className="size-5 rounded-full bg-surface-3 shadow-float transition-transform data-checked:translate-x-4" />
      </Switch.Root>
    </label>
  );
}
