import { contactQuery } from '../../../../bridge/adapters/bullhorn/contact-query';
import { dana, failureOf, startBullhornAccount, type BullhornAccount } from './bullhorn-account';

let account: BullhornAccount;

beforeEach(async () => {
  account = await startBullhornAccount();
});
afterEach(() => account.close());

const find = async (name: string) => account.adapter.findContacts(account.contextOf(dana), name);
const namesOf = async (name: string) => (await find(name)).contacts.map((contact) => contact.name);

describe('A search for contacts', () => {
  it('asks for every kind once and gives what the dialer needs', async () => {
    expect(await find('grace ell')).toEqual({
      contacts: [
        {
          id: '601',
          name: 'Grace Ellison',
          type: 'Contact',
          phone: '+1 310 555 0201',
          email: 'grace@harborfreightlines.example',
          company: expect.any(String),
        },
      ],
      hasMore: false,
    });
    expect([...account.calls()].sort()).toEqual([
      'POST /search/Candidate',
      'POST /search/ClientContact',
      'POST /search/Lead',
    ]);
  });

  it.each(["O'Brien", 'Müller-Lüdenscheidt', 'José María Núñez', 'ליל', '田中', 'Νο'])(
    'reads %s as a name and no query',
    async (name) => {
      expect((await find(name)).contacts.every((contact) => contact.id !== '')).toBe(true);
    },
  );

  it('finds names with punctuation', async () => {
    expect(await namesOf("O'Brien")).toEqual(["Conor O'Brien"]);
    expect(await namesOf('Müller-Lüdenscheidt')).toEqual(['Zoë Müller-Lüdenscheidt']);
  });

  it('finds Leads with their company', async () => {
    expect((await find('Novák')).contacts).toEqual([
      expect.objectContaining({ type: 'Lead', company: expect.stringMatching(/./) }),
    ]);
  });

  it.each(['not-operator" OR id:1', 'a) OR (b', '*', '\\', '[a TO z]', 'AND', 'OR NOT'])(
    'lets %s alter nothing',
    async (name) => {
      expect((await find(name)).contacts.length).toBeLessThan(30);
    },
  );

  it('refuses an empty name before anything is sent', async () => {
    expect((await failureOf(find('  '))).code).toBe('invalid_request');
    expect(account.calls()).toEqual([]);
  });

  it('gives the other kinds when the user may not search one, and logs that without the name', async () => {
    const user = account.sandbox.state.users.get(11);
    if (!user) throw new Error('no such user');
    account.sandbox.state.users.set(11, { ...user, entitlements: { ...user.entitlements, Lead: [] } });
    expect(await namesOf('Grace')).toEqual(['Grace Ellison']);
    expect(account.log).toEqual([
      { ids: { entity: 'Lead', code: expect.any(String) }, title: expect.any(String) },
    ]);
    expect(JSON.stringify(account.log)).not.toContain('Grace');
  });

  it('fails when one kind fails for another reason than a refusal', async () => {
    account.sandbox.faults.add({ fault: '503', path: '*/search/Lead' });
    expect((await failureOf(find('Grace'))).code).toBe('upstream_unavailable');
  });

  it('fails when every kind is refused, also for a wrong REST URL', async () => {
    const context = account.contextOf(dana, { restUrl: 'https://example.com/rest-services/e999/' });
    const failure = await failureOf(account.adapter.findContacts(context, 'Grace'));
    expect(failure.message).toContain('x-crm-rest-url');
    expect(account.log).toEqual([]);
  });
});

describe('The query of a search', () => {
  it('wants every word to begin a part of the name', () => {
    expect(contactQuery('Ann  Lee')).toBe(
      '(firstName:Ann* OR lastName:Ann* OR name:Ann*) AND (firstName:Lee* OR lastName:Lee* OR name:Lee*)',
    );
  });

  it('escapes what means something to Lucene', () => {
    expect(contactQuery('C++"')).toContain('firstName:C\\+\\+\\"* OR firstName:"C\\+\\+\\""');
  });
});
