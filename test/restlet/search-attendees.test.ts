import type { EntityType, FoundPerson } from '../../src/contract/restlets';
import { searchAttendees } from '../../src/restlet/search-attendees';

const ann: FoundPerson = { id: '42', name: 'Ann', type: 'custjob', email: '', phone: '', company: '' };

const errorOf = (name: string): Error => Object.assign(new Error(`${name} happened`), { name });

/** Ann is a customer; of these kinds the search ends with an error of this name. */
const search = (names: Partial<Record<EntityType, string>>) =>
  searchAttendees(
    { name: 'ann' },
    {
      people: {
        findByName: (kind) => {
          const name = names[kind];
          if (name !== undefined) throw errorOf(name);
          return kind === 'custjob' ? [ann] : [];
        },
      },
      remainingUnits: () => 5000,
    },
  );

describe('a search for people', () => {
  it.each(['INSUFFICIENT_PERMISSION', 'INVALID_RCRD_TYPE', 'SSS_INVALID_SRCH_COL', 'FEATURE_DISABLED'])(
    'goes without a kind that the role may not see: %s',
    (refusal) => {
      expect(search({ vendor: refusal, employee: refusal }).data).toEqual([ann]);
    },
  );

  it.each(['UNEXPECTED_ERROR', 'SSS_REQUEST_LIMIT_EXCEEDED', 'SSS_TIME_LIMIT_EXCEEDED'])(
    'has not found nobody when it failed: %s',
    (failure) => {
      expect(() => search({ contact: failure })).toThrow(`${failure} happened`);
    },
  );

  it('is refused where every kind is', () => {
    const refusal = 'INSUFFICIENT_PERMISSION';
    const every = { contact: refusal, custjob: refusal, vendor: refusal, employee: refusal };
    expect(() => search(every)).toThrow(`${refusal} happened`);
  });
});
