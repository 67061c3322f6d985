/** HTML in which every text is escaped unless it was made here. */

export interface Html {
  readonly html: string;
}

type HtmlValue = string | number | Html | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const isList = (value: HtmlValue): value is readonly HtmlValue[] => Array.isArray(value);

const textOf = (value: HtmlValue): string => {
  if (isList(value)) return value.map(textOf).join('');
  return typeof value === 'object' ? value.html : escapeText(String(value));
};

/** Template tag; not named `html`, lest prettier move the white space of what must keep it. */
export const markup = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  html: parts
    .map((part, index) => part + (index < values.length ? textOf(values[index] ?? '') : ''))
    .join(''),
});

export const nothing: Html = { html: '' };

/** A sentence of the document, in which backticks mark what is code. */
export const prose = (text: string): Html =>
  markup`${text.split('`').map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
