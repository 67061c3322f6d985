/** The kinds of people in Bullhorn, as its pages name them, and where an appointment refers to them. */

export const personKinds = ['Candidate', 'Contact', 'Lead', 'CorporateUser'] as const;

export type PersonKind = (typeof personKinds)[number];

/** Spellings in lower case. The entity is called ClientContact, its page Contact (app-connect.md §1.5). */
const kindsByName: Readonly<Record<string, PersonKind>> = {
  candidate: 'Candidate',
  contact: 'Contact',
  clientcontact: 'Contact',
  lead: 'Lead',
  corporateuser: 'CorporateUser',
};

/** Name of a page or `_subtype` of a Person → its kind; undefined for any other word. */
export const kindOfName = (name: string): PersonKind | undefined => {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(kindsByName, key) ? kindsByName[key] : undefined;
};

/** The fields of an appointment that say with whom it is, in the order in which they decide about its primary contact. */
export const referenceFields = {
  Candidate: 'candidateReference',
  Contact: 'clientContactReference',
  Lead: 'lead',
} as const satisfies Partial<Record<PersonKind, string>>;

export type ReferenceKind = keyof typeof referenceFields;

export const referenceKinds = ['Candidate', 'Contact', 'Lead'] as const satisfies readonly ReferenceKind[];
