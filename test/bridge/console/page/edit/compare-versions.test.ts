import {
  compareAppointments,
  compareWithValues,
  doneFields,
  mergeValues,
} from '../../../../../bridge/console/page/edit/compare-versions';
import { formValuesOf } from '../../../../../bridge/console/page/edit/form-values';
import { appointmentExample } from '../../../../../src/contract/examples';

const ZONE = 'UTC';
const mine = { ...formValuesOf(appointmentExample, ZONE), title: 'Mine' };
const theirs = { ...appointmentExample, title: 'Theirs', location: 'Room 9', version: '2' };

describe('two versions of an appointment', () => {
  it('are compared by what differs, in words', () => {
    expect(compareWithValues(mine, theirs)).toEqual([
      { name: 'Title', mine: 'Mine', theirs: 'Theirs' },
      { name: 'Location', mine: 'Room 4', theirs: 'Room 9' },
    ]);
    expect(compareAppointments(appointmentExample, { ...theirs, attendees: [] }, ZONE)).toEqual([
      { name: 'Title', mine: 'Strategy call', theirs: 'Theirs' },
      { name: 'Location', mine: 'Room 4', theirs: 'Room 9' },
      { name: 'Attendees', mine: 'Ada Byron', theirs: 'nothing' },
    ]);
  });

  it('are merged so that what was not touched here is theirs', () => {
    expect(mergeValues(mine, appointmentExample, formValuesOf(theirs, ZONE))).toMatchObject({
      title: 'Mine',
      location: 'Room 9',
    });
  });
});

describe('a write that was done in part', () => {
  it('says of each field that was to change whether it did', () => {
    const asked = { ...mine, location: 'Room 9' };
    const saved = { ...appointmentExample, title: 'Mine' };
    expect(doneFields(asked, appointmentExample, saved)).toEqual([
      { name: 'Title', mine: 'Mine', theirs: 'Mine', isDone: true },
      { name: 'Location', mine: 'Room 9', theirs: 'Room 4', isDone: false },
    ]);
  });

  it('says so of every field of a new appointment', () => {
    const outcomes = doneFields(mine, undefined, { ...appointmentExample, title: 'Mine', attendees: [] });
    expect(outcomes.filter(({ isDone }) => !isDone).map(({ name }) => name)).toEqual(['Attendees']);
    expect(outcomes).toHaveLength(7);
  });
});
