import { failureOf, JANE, openFirm, person, userContext, type Firm } from './clio-firm';

let firm: Firm;

beforeEach(async () => {
  firm = await openFirm();
});

afterEach(async () => firm.close());

describe('searching contacts', () => {
  it('gives people with e-mail, phone and company, as contacts', async () => {
    const { contacts } = await firm.adapter().findContacts(userContext, ' Jane Roe ');
    expect(contacts).toEqual([
      {
        id: String(JANE),
        name: 'Jane Roe',
        type: 'Contact',
        phone: '+1 555 0199',
        email: 'jane@client.example',
        company: '',
      },
    ]);
  });

  it('says when there are more', async () => {
    for (let id = 1001; id <= 1060; id++) firm.sandbox.state.contacts.set(id, person(id, 'Paul', 'Manyfold'));
    const { contacts, hasMore } = await firm.adapter().findContacts(userContext, 'Manyfold');
    expect(contacts).toHaveLength(50);
    expect(hasMore).toBe(true);
  });

  it.each(['', '  ', '*', '%_', '"'])('refuses %j, which names nobody', async (name) => {
    expect((await failureOf(firm.adapter().findContacts(userContext, name))).code).toBe('invalid_request');
    expect(firm.calls()).toEqual([]);
  });

  it.each(['500', 'emptyBody', 'okWithErrorBody'] as const)(
    'is no empty result after the fault %s',
    async (fault) => {
      firm.sandbox.faults.add({ fault });
      expect((await failureOf(firm.adapter().findContacts(userContext, 'Jane'))).code).toMatch(/^upstream_/);
    },
  );
});
