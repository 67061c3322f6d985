/** Reads XML into a plain tree, or says why it is none. The only file that knows the parser. */
import { DOMParser, onWarningStopParsing, ParseError, type Element } from '@xmldom/xmldom';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text without that of its children, trimmed. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export type XmlReading = { readonly root: XmlElement } | { readonly reason: string };

const plain = (element: Element): XmlElement => {
  const texts: string[] = [];
  const children: XmlElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) children.push(plain(child));
    else if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE)
      texts.push(child.nodeValue ?? '');
  }
  const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
  return {
    name: element.tagName,
    attributes: Object.fromEntries(attributes),
    text: texts.join('').trim(),
    children,
  };
};

const isElement = (node: Element['firstChild']): node is Element => node?.nodeType === node?.ELEMENT_NODE;

/** Every mistake ends the reading, even what a browser would repair: NetSuite repairs nothing. */
export const readXml = (xml: string): XmlReading => {
  try {
    const { documentElement } = new DOMParser({ onError: onWarningStopParsing }).parseFromString(
      xml,
      'text/xml',
    );
    return documentElement === null ? { reason: 'it has no root element' } : { root: plain(documentElement) };
  } catch (error) {
    if (error instanceof ParseError) return { reason: error.message.split('\n')[0] ?? '' };
    throw error;
  }
};

/** The elements at the end of a path of names below this one. */
export const elementsAt = (from: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] =>
  path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    from === undefined ? [] : [from],
  );

/** Empty where there is no such element. */
export const textAt = (from: XmlElement | undefined, ...path: readonly string[]): string =>
  elementsAt(from, ...path)[0]?.text ?? '';
