/**
 * Between HTML in a CRM's notes and the plain text a person reads in the dialer. Only real HTML tags are taken for
 * tags: "if x < 5 and y > 3" stays whole.
 */

const BLOCKS = 'p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre|hr|section|article|header|footer';
const INLINES =
  'a|abbr|b|big|body|center|code|col|colgroup|dd|dl|dt|em|font|head|html|i|img|ins|del|kbd|label|link|mark|meta|o:p|q|s|small|span|strike|strong|sub|sup|tbody|td|tfoot|th|thead|title|tt|u|var|wbr';
const ATTRIBUTES = String.raw`(?:\s+[^\s<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+))?)*\s*/?`;

const HIDDEN = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const BREAK = /<br\s*\/?>\n?/gi;
const BLOCK = new RegExp(`\\s*</?(?:${BLOCKS})${ATTRIBUTES}>\\s*`, 'gi');
const INLINE = new RegExp(`</?(?:${INLINES})${ATTRIBUTES}>`, 'gi');

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
  euro: '€',
  copy: '©',
  reg: '®',
  szlig: 'ß',
};

/** `&eacute;`, `&Uuml;`, …: a letter and its mark. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
};

/** Not what every object has: `&constructor;` is no entity. */
const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const markedLetter = (name: string): string | undefined => {
  const mark = own(MARKS, name.slice(1));
  return mark && (name.charAt(0) + mark).normalize('NFC');
};

const decodeEntity = (entity: string, name: string): string => {
  if (!name.startsWith('#')) return own(NAMED, name.toLowerCase()) ?? markedLetter(name) ?? entity;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
};

const decodeEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decodeEntity);

const withoutTags = (html: string): string =>
  html
    .replace(HIDDEN, '')
    .replace(BREAK, '\n')
    .replace(BLOCK, '\u0001')
    .replace(/\u0001+/g, '\n')
    .replace(INLINE, '');

/**
 * HTML (or text that is none) → plain text: breaks and blocks become new lines, other tags go, entities are read. Most
 * texts have nothing of all that: those are spared the search for each of them.
 */
export const plainTextFromHtml = (html: string): string => {
  if (!/[<&\r\n]/.test(html)) return html.trim();
  const lines = html.replace(/\r\n?/g, '\n');
  const text = decodeEntities(lines.includes('<') ? withoutTags(lines) : lines);
  if (!text.includes('\n')) return text.trim();
  return text
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** Would a reader that drops `<…>` and decodes entities, as App Connect's does, change this text? */
const readsOtherwiseAsHtml = (text: string): boolean => /<[^>]+>|&(?:[a-z]+|#\w+);/i.test(text);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Plain text → a text that reads the same whether it is taken for plain text or for HTML, where that can be had. */
export const htmlSafeText = (text: string): string => (readsOtherwiseAsHtml(text) ? escaped(text) : text);

const hasMarkup = (text: string): boolean => {
  const untagged = text.replace(HIDDEN, '').replace(BREAK, '').replace(BLOCK, '').replace(INLINE, '');
  return untagged !== text || decodeEntities(text) !== text;
};

/** Plain text → what to store in a field that is read as HTML: itself, unless it would lose something there. */
export const storableText = (text: string): string => (hasMarkup(text) ? escaped(text) : text);
