import { describe, expect, it } from 'vitest';
import { changesReports } from './changes-reports';

describe('the queue of reports', () => {
  it('follows what is reported and answered in its server', () => {
    expect(changesReports({ type: 'report.filed', position: 1, serverId: 's', reportId: 'r' })).toBe('s');
    expect(changesReports({ type: 'report.resolved', position: 2, serverId: 's', reportId: 'r' })).toBe('s');
    expect(changesReports({ type: 'report.reopened', position: 3, serverId: 's', reportId: 'r' })).toBe('s');
  });

  it('follows who is put out, and the messages that it shows', () => {
    expect(changesReports({ type: 'member.kicked', position: 1, serverId: 's', userId: 'u' })).toBe('s');
    expect(changesReports({ type: 'message.deleted', position: 2, channelId: 'c', messageId: 'm' })).toBeNull();
  });

  it('is left alone by all else', () => {
    expect(changesReports({ type: 'server.renamed', position: 1, serverId: 's', name: 'x' })).toBeUndefined();
  });
});
