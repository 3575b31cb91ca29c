import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SseParser, type SseEvent } from './sse-parser';

const stream =
  ': beep\nretry: 1000\n\nid: 5\nevent: feed.ready\ndata: {"position":5}\n\r\nid: 6\r\nevent: message.sent\r\ndata: {"a":"é🚀"}\r\ndata: more\r\n\r\n:\n\ndata: last\n\n';

const whole: SseEvent[] = [
  { type: 'feed.ready', data: '{"position":5}', id: '5' },
  { type: 'message.sent', data: '{"a":"é🚀"}\nmore', id: '6' },
  { type: 'message', data: 'last', id: '6' },
];

describe('the parser of the feed', () => {
  it('reads events, comments and both kinds of line ends', () => {
    expect(new SseParser().push(stream)).toEqual(whole);
  });

  it('reads the same however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 30 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const parser = new SseParser();
        const read = at.slice(1).flatMap((end, i) => parser.push(stream.slice(at[i], end)));
        expect(read).toEqual(whole);
      }),
    );
  });

  it('goes on from the id that a broken line left', () => {
    expect(new SseParser('41').push('data: x\n\n')).toEqual([{ type: 'message', data: 'x', id: '41' }]);
  });
});
