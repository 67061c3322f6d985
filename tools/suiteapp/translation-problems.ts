/** What is wrong with the translations: references that lead nowhere, terms without a translation, names grown too long. */
import { languages } from './netsuite-lists';
import { repeated, sentences } from './sentences';
import type { SuiteCloudProject, XmlFile } from './suitecloud-project';
import { elementsAt, textAt, type XmlElement } from './xml-element';

/** `collection.term` and its text in the default language. */
type Terms = ReadonlyMap<string, string>;

/** The longest text of each translatable field of a RESTlet (SDFxml_410893908). */
const longest: Readonly<Record<string, number>> = { name: 40, description: 999 };

const collectionsOf = ({ objects }: SuiteCloudProject): readonly XmlFile[] =>
  objects.filter(({ root }) => root?.name === 'translationcollection');

const idOf = (element: XmlElement | undefined): string => element?.attributes.scriptid ?? '';

const termsOf = (project: SuiteCloudProject): Terms =>
  new Map(
    collectionsOf(project).flatMap(({ root }) =>
      elementsAt(root, 'strings', 'string').map(
        (term) => [`${idOf(root)}.${idOf(term)}`, textAt(term, 'defaulttranslation')] as const,
      ),
    ),
  );

/** section_1557770163: terms are lower-case letters, digits and `_`, each once. */
const collectionProblems = ({ path, root }: XmlFile): readonly string[] => {
  const ids = elementsAt(root, 'strings', 'string').map(idOf);
  return [
    ...sentences([
      [textAt(root, 'name') === '', `${path}: has no name`],
      [
        !languages.includes(textAt(root, 'defaultlanguage')),
        `${path}: defaultlanguage "${textAt(root, 'defaultlanguage')}" is none of NetSuite's`,
      ],
    ]),
    ...repeated(ids).map((id) => `${path}: term ${id} is there more than once`),
    ...ids.filter((id) => !/^[a-z0-9_]+$/.test(id)).map((id) => `${path}: "${id}" is no name of a term`),
  ];
};

interface Reference {
  readonly file: string;
  readonly field: string;
  /** Empty where the field holds text, not a reference. */
  readonly term: string;
  readonly isMarked: boolean;
}

/** section_156951732735: `<name translate="T">[scriptid=collection.term]</name>`; without the mark it would be shown as it stands. */
const referencesIn = (file: string, element: XmlElement): readonly Reference[] => {
  const term = /^\[scriptid=(custcollection\w*\.\w+)\]$/.exec(element.text)?.[1] ?? '';
  const isMarked = element.attributes.translate === 'T';
  return [
    ...(term !== '' || isMarked ? [{ file, field: element.name, term, isMarked }] : []),
    ...element.children.flatMap((child) => referencesIn(file, child)),
  ];
};

const referenceProblems = ({ file, field, term, isMarked }: Reference, terms: Terms): readonly string[] =>
  sentences([
    [!isMarked, `${file}: ${field} refers to a translation without translate="T"`],
    [term === '', `${file}: ${field} is marked as translated, but refers to no term`],
    [term !== '' && !terms.has(term), `${file}: ${field} refers to ${term}, which does not exist`],
  ]);

/** NetSuite holds every translation of a term to the shortest of the fields that show it (section_1557770229). */
const roomFor = (term: string, references: readonly Reference[]): number =>
  Math.min(
    1000,
    ...references
      .filter((reference) => reference.term === term)
      .map(({ field }) => longest[field] ?? Number.MAX_SAFE_INTEGER),
  );

interface Translated {
  readonly terms: Terms;
  readonly references: readonly Reference[];
}

const unitProblems = (
  file: string,
  collection: string,
  unit: XmlElement,
  { terms, references }: Translated,
): readonly string[] => {
  const term = `${collection}.${(unit.attributes.id ?? '').toLowerCase()}`;
  const target = textAt(unit, 'target');
  return sentences([
    [!terms.has(term), `${file}: translates ${term}, which does not exist`],
    [
      terms.has(term) && terms.get(term) !== textAt(unit, 'source'),
      `${file}: the source of ${term} is not the text of the term any more`,
    ],
    [target === '', `${file}: ${term} has no translation`],
    [
      target.length > roomFor(term, references),
      `${file}: the translation of ${term} is longer than ${roomFor(term, references)} characters`,
    ],
  ]);
};

/** section_1557770229: one collection and one target language to a file, XLIFF 1.2, another language than the source's. */
const xliffProblems = (
  { path, root, unreadable }: XmlFile,
  collections: readonly XmlFile[],
  translated: Translated,
): readonly string[] => {
  if (root === undefined) return [`${path}: ${unreadable}`];
  const [file] = elementsAt(root, 'file');
  const target = file?.attributes['target-language'] ?? '';
  const groups = elementsAt(file, 'body', 'group');
  const id = groups[0]?.attributes.collection ?? '';
  const collection = collections.find(({ root: candidate }) => idOf(candidate) === id);
  const units = elementsAt(groups[0], 'trans-unit');
  const done = units.map(({ attributes }) => `${id}.${(attributes.id ?? '').toLowerCase()}`);
  return [
    ...sentences([
      [!/\.(xlf|xliff)$/.test(path), `${path}: is not deployed, its name ends neither in .xlf nor in .xliff`],
      [root.name !== 'xliff' || root.attributes.version !== '1.2', `${path}: is not XLIFF 1.2`],
      [groups.length !== 1, `${path}: is not for one translation collection`],
      [collection === undefined, `${path}: there is no translation collection ${id}`],
      [!languages.includes(target), `${path}: target-language "${target}" is none of NetSuite's`],
      [
        file?.attributes['source-language'] !== textAt(collection?.root, 'defaultlanguage'),
        `${path}: source-language is not the default language of its collection`,
      ],
      [target === file?.attributes['source-language'], `${path}: translates into its own language`],
    ]),
    ...units.flatMap((unit) => unitProblems(path, id, unit, translated)),
    ...[...translated.terms.keys()]
      .filter((term) => term.startsWith(`${id}.`) && !done.includes(term))
      .map((term) => `${path}: does not translate ${term}`),
  ];
};

export const translationProblems = (project: SuiteCloudProject): readonly string[] => {
  const collections = collectionsOf(project);
  const terms = termsOf(project);
  const references = project.objects.flatMap(({ path, root }) =>
    root === undefined ? [] : referencesIn(path, root),
  );
  return [
    ...collections.flatMap(collectionProblems),
    ...references.flatMap((reference) => referenceProblems(reference, terms)),
    ...project.translations.flatMap((file) => xliffProblems(file, collections, { terms, references })),
  ];
};
