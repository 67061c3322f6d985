import { elementsAt, readXml, textAt } from '../../../tools/suiteapp/xml-element';

const rootOf = (xml: string) => {
  const reading = readXml(xml);
  return 'root' in reading ? reading.root : undefined;
};

describe('reading XML', () => {
  it('gives names, attributes, text and children, comments left out', () => {
    expect(rootOf('<a x="1"><!-- no --> b <c/><![CDATA[<d>]]></a>')).toEqual({
      name: 'a',
      attributes: { x: '1' },
      text: 'b <d>',
      children: [{ name: 'c', attributes: {}, text: '', children: [] }],
    });
  });

  it('finds elements and text at the end of a path', () => {
    const root = rootOf('<a><b><c>1</c></b><b><c>2</c></b></a>');
    expect(elementsAt(root, 'b', 'c').map(({ text }) => text)).toEqual(['1', '2']);
    expect(textAt(root, 'b', 'c')).toBe('1');
    expect(textAt(root, 'x')).toBe('');
    expect(elementsAt(undefined, 'b')).toEqual([]);
  });

  it.each([
    '',
    '<a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a x=1/>',
    '<a x="1" x="2"/>',
    '<a>&nothing;</a>',
    '<a/><b/>',
  ])('says why %j is none', (xml) => {
    expect(readXml(xml)).toEqual({ reason: expect.stringMatching(/./) });
  });
});
