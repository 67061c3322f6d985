/** Bytes of a text column that a search gives back (section_4345767112). */
const maxTextBytes = 4_000;

/** Cuts a text to what a search column holds, never in the middle of a character. */
export function cutToColumn(text: string): string {
  if (text.length * 4 <= maxTextBytes || Buffer.byteLength(text) <= maxTextBytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxTextBytes));
  return text.slice(0, read);
}
