import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Icon } from './icon';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several, each a word or two: the system's own list, which every keyboard, reader and phone knows. */
export function SelectField({ label, value, options, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className="truncate text-meta font-medium text-text-2">
        {label}
      </label>
      <span className="relative block">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="h-10 w-full appearance-none truncate rounded-control bg-field pr-9 pl-3 text-entry text-text-1 ring-1 ring-tint/14 transition-shadow hover:ring-tint/24 focus-visible:ring-accent-strong focus-visible:outline-1 focus-visible:outline-offset-0 pointer-coarse:h-11"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} className="bg-surface-3 text-text-1">
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} size={16} className="pointer-events-none absolute inset-y-0 right-3 my-auto text-text-3" />
      </span>
    </div>
  );
}
