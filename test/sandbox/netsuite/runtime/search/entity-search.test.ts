import type { User } from '../../../../../sandbox/netsuite/entities';
import { createScriptHarness, user } from '../script-harness';

const harness = createScriptHarness();

function rows(type: string, filters: string, columns: string, read: string, caller: User = user): unknown {
  const body = `return search.create({ type: '${type}', filters: ${filters}, columns: ${columns} })
    .run().getRange({ start: 0, end: 100 }).map((row) => ${read});`;
  return harness.value(body, { user: caller });
}

const all = 'row.columns.map((c) => row.getValue(c))';

describe('A search for entities', () => {
  it('finds every kind, with its type', () => {
    const read = "[row.id, row.recordType, row.getValue('type'), row.getText('type')]";
    expect(rows('entity', '[]', "[{ name: 'internalid', sort: 'DESC' }, 'type']", read)).toEqual([
      ['30', 'vendor', 'Vendor', 'Vendor'],
      ['20', 'customer', 'CustJob', 'Customer'],
      ['10', 'contact', 'Contact', 'Contact'],
      ['2', 'employee', 'Employee', 'Employee'],
      ['1', 'employee', 'Employee', 'Employee'],
    ]);
  });

  it('finds one kind by its own type', () => {
    const columns = "['entityid', 'firstname', 'lastname', 'email', 'companyname', 'isinactive']";
    expect(rows('employee', "['email', 'is', 'ben.berg@example.com']", columns, all)).toEqual([
      ['Ben Berg', 'Ben', 'Berg', 'ben.berg@example.com', '', false],
    ]);
    expect(rows('customer', '[]', "['altname', 'firstname', 'companyname']", all)).toEqual([
      ['Delta Corp', '', 'Delta Corp'],
    ]);
  });

  it('reads the company of a contact as id and name', () => {
    const read = "[row.getValue('company'), row.getText('company')]";
    expect(rows('contact', "['isinactive', 'is', 'F']", "['company']", read)).toEqual([['20', 'Delta Corp']]);
  });

  it('filters by kind and by internal ids', () => {
    const filters = "[['type', 'anyof', 'Contact', 'Vendor'], 'and', ['internalid', 'noneof', 10]]";
    expect(rows('entity', filters, "['internalid']", 'row.id')).toEqual(['30']);
  });

  it('shows the kinds that the caller may view', () => {
    const caller: User = { ...user, permissions: { LIST_FIND: 'FULL', LIST_CONTACT: 'VIEW' } };
    expect(rows('entity', '[]', "['entityid']", 'row.id', caller)).toEqual(['10']);
    expect(() => rows('vendor', '[]', "['entityid']", 'row.id', caller)).toThrow('INSUFFICIENT_PERMISSION');
  });

  it('refuses names it does not know', () => {
    const search = (type: string, columns: string) =>
      harness.code(
        `search.create({ type: '${type}', columns: ${columns} }).run().getRange({ start: 0, end: 1 });`,
      );
    expect(search('supportcase', '[]')).toBe('INVALID_SEARCH_TYPE');
    expect(search('entity', "['nickname']")).toBe('SSS_INVALID_SRCH_COLUMN');
    expect(search('entity', "['user.email']")).toBe('SSS_INVALID_SRCH_COLUMN');
  });
});

describe('lookupFields', () => {
  it('gives select fields as lists and others as they are', () => {
    const body =
      "return search.lookupFields({ type: 'contact', id: 10, columns: ['internalid', 'email', 'company'] });";
    expect(harness.value(body)).toEqual({
      internalid: '10',
      email: 'carla.cruz@example.com',
      company: [{ value: '20', text: 'Delta Corp' }],
    });
  });

  it('gives an empty object for a record that is not there', () => {
    expect(
      harness.value("return search.lookupFields({ type: 'contact', id: 1, columns: 'email' });"),
    ).toEqual({});
  });
});
