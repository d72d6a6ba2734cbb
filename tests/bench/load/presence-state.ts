/** A person's presence while dragging one card, as our own client sends it: about 300 bytes. */
export function presenceState(participantId: string, person: number, x: number, y: number): string {
  const place = `"x":${x},"y":${y}`;
  return (
    `{"participantId":"${participantId}","role":"participant","label":"Person ${person}","color":${person % 12},` +
    `"device":"board","sheet":"wall","cursor":{${place}},"drag":[{"record":"actor","id":"card-${person}-0001",${place}}],` +
    `"editing":null,"drafts":0}`
  );
}
