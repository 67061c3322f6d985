import {
  attendeeDifference,
  attendeeOperations,
  unsettledDifference,
  wantedAttendees,
} from '../../../../bridge/adapters/clio/attendee-operations';

const jane = { id: '501', name: 'Jane Roe', type: 'Contact' };
const john = { id: '502', name: 'John Doe', type: 'Contact' };
const bob = { id: '77', name: 'Bob Lawyer', type: 'Calendar' };

const ada = { id: '50', name: 'Ada Lawyer', type: 'Calendar' };
const organizer = { id: ada.id, name: ada.name };

type Attendees = Parameters<typeof attendeeDifference>[0]['attendees'];

const operations = (
  attendees: Attendees,
  references: Parameters<typeof wantedAttendees>[0],
  ids: Parameters<typeof attendeeDifference>[2] = 'record',
) =>
  attendeeOperations(
    attendeeDifference({ attendees, organizer }, wantedAttendees(references, attendees), ids),
  );

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
      { id: 77, type: 'Calendar', _destroy: true },
    ]);
  });

  it('clear everybody but the owner for an empty list', () => {
    expect(operations([ada, jane, bob], [])).toEqual([
      { id: 501, type: 'Contact', _destroy: true },
      { id: 77, type: 'Calendar', _destroy: true },
    ]);
  });

  it('leave a contact no better off for having the id of the owner’s calendar', () => {
    const namesake = { ...jane, id: ada.id };
    expect(operations([ada, namesake], [])).toEqual([{ id: 50, type: 'Contact', _destroy: true }]);
  });

  it('leave every calendar where nobody knows whose the entry is', () => {
    const difference = attendeeDifference({ attendees: [jane, bob], organizer: null }, [], 'record');
    expect(difference.removed).toEqual([jane]);
  });

  it('know the owner by the name where ids are those of rows, and leave whom they cannot tell from them', () => {
    const rows = [
      { ...ada, id: '9001' },
      { ...bob, id: '9002' },
      { ...bob, id: '9003', name: '9003' },
    ];
    expect(operations(rows, [], 'row')).toEqual([{ id: 9002, type: 'Calendar', _destroy: true }]);
  });

  it('add a colleague’s calendar that is asked for', () => {
    expect(operations([], [{ id: '77', type: 'Calendar' }])).toEqual([{ id: 77, type: 'Calendar' }]);
  });

  it('know a person by the name where ids are those of rows', () => {
    const row = { ...jane, id: '9001' };
    expect(operations([row], [jane], 'row')).toEqual([]);
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
