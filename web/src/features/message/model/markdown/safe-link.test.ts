import { describe, expect, it } from 'vitest';
import { safeLink } from './safe-link';

describe('a link in a message', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org', 'mailto:ada@example.org'])('may lead to %s', (url) => {
    expect(safeLink(url)).not.toBeNull();
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:x', ''])(
    'never leads to %j',
    (url) => {
      expect(safeLink(url)).toBeNull();
    },
  );
});
