const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address when it is one that a click may follow, else null: no `javascript:`, no `data:`, nothing relative. */
export function safeLink(url: string): string | null {
  try {
    const parsed = new URL(url);
    return allowed.has(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
