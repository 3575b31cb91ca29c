import { Switch } from '@base-ui/react/switch';

interface SwitchFieldProps {
  readonly label: string;
  readonly detail: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function SwitchField({ label, detail, checked, onChange }: SwitchFieldProps) {
  return (
    <label className="flex items-center gap-3">
      <span className="grid grow">
        <span className="text-body font-medium">{label}</span>
        <span className="text-meta text-text-2">{detail}</span>
      </span>
      <Switch.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        className="flex h-6 w-10 shrink-0 items-center rounded-full bg-tint/22 p-0.5 transition-colors data-checked:bg-accent"
      >
        <Switch.Thumb className="size-5 rounded-full bg-surface-3 shadow-float transition-transform data-checked:translate-x-4" />
      </Switch.Root>
    </label>
  );
}
