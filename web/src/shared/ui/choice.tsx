import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './icon';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly detail: string;
  readonly icon: LucideIcon;
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

/** A few exclusive choices, each with a line that says what it means. */
export function ChoiceField<T extends string>({ label, value, choices, onChange }: ChoiceFieldProps<T>) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <span id={id} className="text-meta font-medium text-text-2">
        {label}
      </span>
      <RadioGroup<T> aria-labelledby={id} value={value} onValueChange={(next) => onChange(next)} className="grid gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex items-center gap-3 rounded-control bg-field px-3 py-2.5 ring-1 ring-tint/14 transition-shadow hover:ring-tint/24 has-data-checked:bg-accent/8 has-data-checked:ring-accent-strong"
          >
            <Icon of={choice.icon} className="shrink-0 text-text-2" />
            <span className="grid grow">
              <span className="text-body font-medium">{choice.label}</span>
              <span className="text-meta text-text-2">{choice.detail}</span>
            </span>
            <Radio.Root
              value={choice.value}
              className="grid size-4.5 shrink-0 place-items-center rounded-full ring-[1.5px] ring-tint/40 data-checked:ring-accent-strong"
            >
              <Radio.Indicator className="size-2.5 rounded-full bg-accent" />
            </Radio.Root>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
