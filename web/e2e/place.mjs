/** What a message can be, so that every colour is on screen. */
const texts = [
  'The **lamp** is _lit_, ~~not~~ `on`, see [the log](https://example.org/log) and https://example.org, @grace',
  '> They said so.\n\n1. the lamp\n2. the horn\n   - loud\n\n# A heading',
  '```js\n// turns\nconst lamp = { name: "one", on: true, turns: 3 };\nfunction light(times = 1) {\n  return lamp.turns * times;\n}\n```',
  '| part | state |\n|---|--:|\n| lamp | lit |',
  '||a secret|| and a very-long-word-' + 'without-an-end'.repeat(20),
  'مرحبا، المصباح يعمل. שלום',
  '🚀🎉',
  'The lamp goes round and round. '.repeat(129).trim(),
];

/**
 * Founds a server and fills it by the API.
 *
 * @param person signed up, on the home screen
 */
export async function furnish(person, name) {
  const { serverId, channelId } = await person.createServer(name);
  const say = (content, replyTo) =>
    person.api('POST', `/channels/${channelId}/messages`, { content, ...(replyTo ? { replyTo } : {}) });
  const folder = await person.api('POST', `/servers/${serverId}/channels`, { name: 'Rooms', type: 'folder' });
  const more = (channel) => person.api('POST', `/servers/${serverId}/channels`, { type: 'text', parentId: folder.id, ...channel });
  const synced = await more({ name: 'tower' });
  await more({ name: 'keepers-only', private: true });
  await more({ name: 'a-channel-whose-name-goes-on-for-much-longer-than-any-sidebar' });
  const role = await person.api('POST', `/servers/${serverId}/roles`, {
    name: 'Keeper',
    // As hard to read on paper white as a colour can be.
    colour: '#ffe600',
    permissions: ['MANAGE_CHANNELS'],
  });
  const { id: userId } = await person.api('GET', '/me');
  await person.api('PUT', `/servers/${serverId}/members/${userId}/roles/${role.id}`);
  for (const text of texts) await say(text);
  const first = await say(`@${person.name.toLowerCase()} can you look?`);
  const answer = await say('There is a first answer.', first.id);
  const changed = await say('one word');
  await person.api('PATCH', `/messages/${changed.id}`, { content: 'another word' });
  await say('the last word');
  return { serverId, channelId, answerId: answer.id, roleId: role.id, syncedId: synced.id };
}
