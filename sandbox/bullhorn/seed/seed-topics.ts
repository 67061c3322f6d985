/** What recruiters put into their calendars: kinds of appointments with the words that belong to them. */
export interface Topic {
  readonly type: string;
  readonly communicationMethod: string;
  readonly subjects: readonly [string, ...string[]];
  readonly locations: readonly [string, ...string[]];
  readonly descriptions: readonly [string, ...string[]];
  readonly durationMinutes: number;
  /** Who it is about; they are invited too, except a lead. */
  readonly about: readonly ('Candidate' | 'ClientContact' | 'Lead')[];
}

/** Descriptions are HTML: the application has a rich text editor. */
export const topics: readonly [Topic, ...Topic[]] = [
  {
    type: 'Interview',
    communicationMethod: 'Phone',
    subjects: ['Phone screen', 'First call after application', 'Salary and notice period'],
    locations: [''],
    descriptions: [
      '<p>Ask about <b>notice period</b> and relocation.</p>',
      '<ul><li>CV gaps 2023&ndash;2024</li><li>Languages</li></ul>',
      '',
    ],
    durationMinutes: 30,
    about: ['Candidate'],
  },
  {
    type: 'Client Visit',
    communicationMethod: 'Onsite Appointment',
    subjects: ['Quarterly account review', 'Walk through open roles', 'Contract renewal'],
    locations: ['Client HQ, 4th floor', 'Room “Söderström”', 'Harbour Street 12'],
    descriptions: ['<p>Bring the placement report.<br>Parking: ask at the gate &amp; sign in.</p>', ''],
    durationMinutes: 60,
    about: ['ClientContact'],
  },
  {
    type: '2nd Interview',
    communicationMethod: 'Offsite Appointment',
    subjects: ['Second interview with hiring manager', 'Panel interview'],
    locations: ['Video call', 'Client HQ, meeting room 2'],
    descriptions: ['<div>Panel of <i>three</i>; case study first.</div>', '<p>Agenda follows.</p>'],
    durationMinutes: 90,
    about: ['Candidate', 'ClientContact'],
  },
  {
    type: 'Other',
    communicationMethod: 'Phone',
    subjects: ['Intro call', 'Follow up on proposal'],
    locations: [''],
    descriptions: ['<p>Found us at the job fair.</p>', ''],
    durationMinutes: 25,
    about: ['Lead'],
  },
];

export const teamSubjects = ['Pipeline review', 'Desk hand-over', 'Hot candidates round'] as const;
export const privateSubjects = ['Dentist', 'School play', 'Physio'] as const;
export const allDaySubjects = ['Job fair', 'Annual leave', 'Offsite training'] as const;
