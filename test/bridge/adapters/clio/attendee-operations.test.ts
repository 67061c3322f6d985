import {
  attendeeDifference,
  attendeeOperations,
  unsettledDifference,
  wantedAttendees,
} from '../../../../bridge/adapters/clio/attendee-operations';

const jane = { id: '501', name: 'Jane Roe', type: 'Contact' };
const john = { id: '502', name: 'John Doe', type: 'Contact' };
const bob = { id: '77', name: 'Bob Lawyer', type: 'Calendar' };

const operations = (
  current: Parameters<typeof attendeeDifference>[0],
  references: Parameters<typeof wantedAttendees>[0],
) => attendeeOperations(attendeeDifference(current, wantedAttendees(references, current), 'record'));

describe('the attendees that are asked for', () => {
  it('are contacts unless they are called a calendar', () => {
    const types = ['', 'Contact', 'Person', 'Company', 'calendar', 'Calendar'].map(
      (type) => wantedAttendees([{ id: '1', type }])[0]?.type,
    );
    expect(types).toEqual(['Contact', 'Contact', 'Contact', 'Contact', 'Calendar', 'Calendar']);
  });

  it('are what the entry has under that id, where only an id is given', () => {
    expect(wantedAttendees([{ id: '77', type: '' }], [bob])).toMatchObject([{ id: '77', type: 'Calendar' }]);
    expect(wantedAttendees([{ id: '77', type: 'Contact' }], [bob])).toMatchObject([{ type: 'Contact' }]);
  });

  it('count once, however often they are named', () => {
    expect(
      wantedAttendees([
        { id: '1', type: '' },
        { id: '1', type: 'Contact' },
        { id: '1', type: 'Calendar' },
      ]),
    ).toHaveLength(2);
  });
});

describe('the operations on attendees', () => {
  it('are none where nothing differs', () => {
    expect(operations([jane, bob], [jane, { id: '77', type: '' }])).toEqual([]);
  });

  it('add and remove by difference', () => {
    expect(operations([jane, bob], [john])).toEqual([
      { id: 502, type: 'Contact' },
      { id: 501, type: 'Contact', _destroy: true },
    ]);
  });

  it('clear the contacts and leave the calendars for an empty list', () => {
    expect(operations([jane, bob], [])).toEqual([{ id: 501, type: 'Contact', _destroy: true }]);
  });

  it('add a colleague’s calendar that is asked for', () => {
    expect(operations([], [{ id: '77', type: 'Calendar' }])).toEqual([{ id: 77, type: 'Calendar' }]);
  });

  it('know a person by the name where ids are those of rows', () => {
    const row = { ...jane, id: '9001' };
    const difference = attendeeDifference([row], wantedAttendees([jane]), 'row');
    expect(attendeeOperations(difference)).toEqual([]);
  });
});

describe('what of a change is missing afterwards', () => {
  it('is who was not added and who was not removed', () => {
    const difference = { added: [john], removed: [jane] };
    expect(unsettledDifference([jane], difference, [jane], 'record')).toEqual({
      added: [john],
      removed: [jane],
    });
    expect(unsettledDifference([jane], difference, [john], 'record')).toEqual({ added: [], removed: [] });
  });

  it('is told by the number of attendees where ids are those of rows', () => {
    const difference = { added: [{ ...john, name: '502' }], removed: [] };
    expect(unsettledDifference([jane], difference, [jane, { ...john, id: '9' }], 'row').added).toEqual([]);
    expect(unsettledDifference([jane], difference, [jane], 'row').added).toHaveLength(1);
  });
});
