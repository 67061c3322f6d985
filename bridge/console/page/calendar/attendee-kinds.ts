/** What the CRMs call the kinds of people who attend, in words for everybody, and which kinds have a timeline. */

/** Words of a CRM that its users do not know; the others are shown as they are. */
const kindTexts: Readonly<Record<string, string>> = {
  custjob: 'customer or project',
  CorporateUser: 'colleague',
  Calendar: 'colleague',
};

/** Whose appointments cannot be asked for: Clio finds calendar entries by contacts, and a calendar is none. */
const KINDS_WITHOUT_TIMELINE: readonly string[] = ['Calendar'];

export const attendeeKindText = (kind: string): string => kindTexts[kind] ?? kind.toLowerCase();

export const hasTimeline = ({ type }: { readonly type: string }): boolean =>
  !KINDS_WITHOUT_TIMELINE.includes(type);
