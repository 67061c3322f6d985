/** Searching for people to invite. */
import type { ConformanceAccount, ConformanceTarget } from './conformance-target';
import { failed, succeeded } from './outcome';
import { useWorkbench } from './workbench';

/** What is an operator, a wildcard or the end of a string in some query language. */
const hostileNames = [
  '*',
  '%',
  '_',
  '?*',
  '"',
  "'",
  '\\',
  "' OR 1=1 --",
  "x' OR '1'='1",
  '" OR isDeleted:true OR name:"',
  'name:*',
  'zz* OR a*',
  '[a TO z]',
  'zz~ ^2 (a)',
  'zz&limit=1',
  'zz#a',
  '${a}',
  'NOT zz',
] as const;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const describePeople = (target: ConformanceTarget): void => {
  describe('searching people', () => {
    const bench = useWorkbench<ConformanceAccount>(target);

    const find = async (name: string) => succeeded(await bench().crm.search(name)).contact;

    it('finds a person by a word of the name and by the whole of it', async () => {
      for (const person of bench().account.people) {
        const { id, name, type, email } = person;
        const [word = ''] = name.split(' ');
        expect(await find(word)).toContainEqual(expect.objectContaining({ id, name, type, email }));
        const byWhole = await find(name);
        expect(byWhole).toContainEqual(expect.objectContaining({ id, name, type, email }));
        expect(await find(`  ${name}  `)).toEqual(byWhole);
      }
    });

    it('finds a person in any case', async () => {
      const [ada] = bench().account.people;
      expect(await find(ada.name.toUpperCase())).toContainEqual(expect.objectContaining({ id: ada.id }));
    });

    it('finds only those whom every word is about', async () => {
      const [ada, ben] = bench().account.people;
      const [word = ''] = ada.name.split(' ');
      const [otherWord = ''] = ben.name.split(' ');
      const found = (await find(`${word} ${otherWord}`)).map(({ id }) => id);
      expect(found).not.toContain(ada.id);
      expect(found).not.toContain(ben.id);
    });

    it('finds people who can be invited as they were found', async () => {
      const { account, create } = bench();
      const [ada] = account.people;
      const found = (await find(ada.name)).find(({ id }) => id === ada.id);
      const { attendees } = await create({
        contacts: [found].map((one) => ({ id: one?.id, type: one?.type })),
      });
      expect(attendees).toContainEqual(expect.objectContaining(ada));
    });

    it('answers with nobody where nobody has the name', async () => {
      expect(succeeded(await bench().crm.search('Zzyzx Qqwrt'))).toEqual({ successful: true, contact: [] });
    });

    it.each(hostileNames)('takes %s for nothing but its letters', async (name) => {
      const result = await bench().crm.search(name);
      if (result.successful) {
        const words = wordsOf(name);
        const unmatched = result.contact.filter((one) => {
          const about = Object.values(one).join(' ').toLowerCase();
          return words.length === 0 ? !about.includes(name) : !words.every((word) => about.includes(word));
        });
        expect(unmatched).toEqual([]);
      } else {
        expect(result.errorCode).toBe('invalid_request');
      }
    });

    it.each(['', '   ', '\t\n', 'x'.repeat(201), undefined, { name: 'Ada' }])(
      'refuses to search for %j',
      async (name) => {
        const { errorCode, details } = failed(await bench().crm.search(name));
        expect(errorCode).toBe('invalid_request');
        expect(details).toMatchObject([{ path: 'name' }]);
      },
    );
  });
};
