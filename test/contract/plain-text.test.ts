import { fc } from '../fast-check';
import { htmlSafeText, plainTextFromHtml, storableText } from '../../src/contract/plain-text';

describe('plain text from HTML', () => {
  it.each([
    ['<p>Hello<br/>World &amp; co</p>', 'Hello\nWorld & co'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['one<br>two<BR />three', 'one\ntwo\nthree'],
    ['<ul><li>x</li><li>y</li></ul>', 'x\ny'],
    ['<span style="color:red" class=big>red</span>', 'red'],
    ['a<!-- hidden -->b<script>alert(1)</script>', 'ab'],
    ['caf&eacute; &Uuml; &#233; &#x1F600; &nbsp;&hellip;', 'café Ü é 😀  …'],
    ['if x < 5 and y > 3 then', 'if x < 5 and y > 3 then'],
    ['mail <ann@example.com>', 'mail <ann@example.com>'],
    ['line one\r\nline two', 'line one\nline two'],
    ['', ''],
  ])('%j becomes %j', (html, text) => {
    expect(plainTextFromHtml(html)).toBe(text);
  });
});

describe('text that is safe to be taken for HTML', () => {
  /** What an unmodified App Connect server makes of it (netsuite connector, stripHtmlToPlainText), in outline. */
  const asAppConnectReads = (text: string): string =>
    text
      .replace(/<\s*br\s*\/?\s*>/gi, '\n')
      .replace(/<\/?[^>]+>/g, '')
      .replace(/&nbsp;/gi, ' ')
      .replace(/&amp;/gi, '&')
      .replace(/&lt;/gi, '<')
      .replace(/&gt;/gi, '>');

  it.each(['if x < 5 and y > 3', 'mail <ann@example.com>', 'plain', 'R&D', '漢字 < العربية'])(
    '%j is shown whole by App Connect and by us',
    (text) => {
      expect(asAppConnectReads(htmlSafeText(text))).toBe(text);
      expect(plainTextFromHtml(htmlSafeText(text))).toBe(text);
    },
  );

  it('always comes back as it was', () => {
    const markup = fc.constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      '&lt;',
      '&#60;',
      '<b>',
      '<br>',
      '</p>',
      '<p>',
      ';',
      'gt',
      'x',
      ' ',
      '\n',
      '漢',
    );
    const visible = fc
      .array(markup, { maxLength: 12 })
      .map((parts) => parts.join(''))
      .map((text) => plainTextFromHtml(text));
    fc.assert(
      fc.property(visible, (text) => {
        expect(plainTextFromHtml(htmlSafeText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('text stored where it is read as HTML', () => {
  it.each(['a <b>bold</b> claim', 'R&amp;D', 'mail <ann@example.com>', 'x < 5', '<!-- no comment -->'])(
    '%j is read back as it was written',
    (text) => {
      expect(plainTextFromHtml(storableText(text))).toBe(text);
    },
  );

  it('is left alone where nothing would be lost', () => {
    expect(storableText('if x < 5 & y > 3, mail <ann@example.com>')).toBe(
      'if x < 5 & y > 3, mail <ann@example.com>',
    );
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('takes &%s; for no entity', (name) => {
    expect(plainTextFromHtml(`<p>&${name}; &a${name};</p>`)).toBe(`&${name}; &a${name};`);
  });
});
