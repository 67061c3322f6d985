/** What the entries of the seeded month are about. `{who}` stands for the name of the main contact. */
export const clientSummaries = [
  'Consultation: {who}',
  'Intake call with {who}',
  'Contract review – {who}',
  'Deposition prep: {who}',
  'Settlement talk ({who})',
  'Sign papers with {who}',
] as const;

export const ownSummaries = ['Draft brief', 'Research', 'Dentist', 'Billing & admin'] as const;

export const allDaySummaries = ['Filing deadline', 'Out of office', 'Bar association day'] as const;

export const locations = ['Room 2', 'Zoom', 'Phone', 'Courthouse, 4th floor', null] as const;

export const descriptions = [
  null,
  null,
  'Bring the signed engagement letter.',
  'Line one\nLine two – see §12 & annex "B" <draft>',
] as const;
