import { openClio, type ClioClient } from '../clio-client';

describe('contacts', () => {
  let clio: ClioClient;
  beforeAll(async () => {
    clio = await openClio();
  });
  afterAll(() => clio.close());

  const names = async (query: string): Promise<unknown[]> =>
    (await clio.list(`contacts.json?fields=name&${query}`)).data.map((row) => row['name']);

  it('are found by parts of name, mail address, phone number and company, in every script', async () => {
    expect(await names('query=hadd')).toEqual(['Layla Haddad']);
    expect(await names('query=LAYLA%20haddad')).toEqual(['Layla Haddad']);
    expect(await names(`query=${encodeURIComponent('佐藤')}`)).toEqual(['佐藤商事株式会社', '健 佐藤']);
    expect(await names(`query=${encodeURIComponent('шевч')}`)).toEqual(['Олена Шевченко']);
    expect(await names('query=olena@shev')).toEqual(['Олена Шевченко']);
    expect(await names('query=15550150005')).toEqual(['Layla Haddad']);
    expect(await names('query=northgate&type=Person')).toEqual(["Seán O'Brien"]);
    expect(await names('query=nobody')).toEqual([]);
  });

  it('filter by type, initial, and whether they have mail addresses', async () => {
    expect(await names('type=Company')).toHaveLength(5);
    expect(await names('initial=B')).toEqual(['Tom Baker']);
    expect(await names('email_only=true')).not.toContain('Anya Petrova');
    expect((await clio.ask('contacts.json?type=Lead')).status).toBe(400);
  });

  it('show nested mail addresses, phone numbers and the company when asked with braces', async () => {
    const { data } = await clio.list(
      'contacts.json?query=ken@sato&fields=id,type,primary_email_address,primary_phone_number,email_addresses{address,primary},phone_numbers{number},company{name}',
    );
    expect(data).toEqual([
      {
        id: 2_413_234_007,
        type: 'Person',
        primary_email_address: 'ken@sato-shoji.example',
        primary_phone_number: '+1 555 0150006',
        email_addresses: [{ address: 'ken@sato-shoji.example', primary: true }],
        phone_numbers: [{ number: '+1 555 0150006' }],
        company: { name: '佐藤商事株式会社' },
      },
    ]);
    const stubs = await clio.show('contacts/2413234007.json?fields=email_addresses,company');
    expect(stubs).toEqual({
      email_addresses: [{ id: expect.any(Number), etag: expect.any(String) }],
      company: { id: 2_413_234_002, etag: expect.any(String) },
    });
  });

  it('come in pages', async () => {
    const rows = await clio.listAll('contacts.json?limit=6&order=name(desc)&fields=id');
    expect(new Set(rows.map((row) => row['id'])).size).toBe(clio.sandbox.state.contacts.size);
  });
});
