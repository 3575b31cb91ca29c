/** Colours to choose from; none is so light or so dark that its shade would have to move far to be read. */
export const presets = [
  '#e5484d',
  '#f76b15',
  '#d19a0a',
  '#7aa50f',
  '#30a46c',
  '#12a594',
  '#0f9dbf',
  '#4f7cf0',
  '#6e56cf',
  '#9d5bd2',
  '#d6409f',
  '#ad7f58',
  '#7d8590',
] as const;

/** `#rrggbb` of what someone typed, who may leave out the sign or write three digits; null for what is no colour. */
export function colourOf(typed: string): string | null {
  const digits = typed.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${digits.replaceAll(/./g, '$&$&')}`;
  return null;
}
