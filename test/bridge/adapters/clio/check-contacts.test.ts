import { checkContacts } from '../../../../bridge/adapters/clio/check-contacts';

describe('the ids of contacts', () => {
  it('are refused with the place where they stand, unless they are numbers that JSON carries exactly', () => {
    for (const id of ['0', '01', '-5', '5.5', '5e3', 'jane', '12345678901234567']) {
      expect(() =>
        checkContacts([
          { id: '5', type: '' },
          { id, type: '' },
        ]),
      ).toThrow(
        expect.objectContaining({
          code: 'invalid_request',
          message: expect.stringContaining('contacts.1.id'),
        }),
      );
    }
    expect(() => checkContacts([{ id: '123456789012345', type: 'Contact' }])).not.toThrow();
  });
});

describe('the types of contacts', () => {
  it('are refused with the place where they stand, unless Clio has them', () => {
    for (const type of ['User', 'CorporateUser', 'Matter', 'constructor']) {
      expect(() =>
        checkContacts([
          { id: '5', type: 'Contact' },
          { id: '6', type },
        ]),
      ).toThrow(
        expect.objectContaining({
          code: 'invalid_request',
          details: { issues: [expect.objectContaining({ path: 'contacts.1.type' })] },
        }),
      );
    }
  });

  it.each(['', 'Contact', 'contact', ' Contact ', 'Person', 'Company', 'Calendar', 'calendar'])(
    'may be %j',
    (type) => {
      expect(() => checkContacts([{ id: '5', type }])).not.toThrow();
    },
  );
});
