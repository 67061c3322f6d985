/** The fields of Person and its kinds that have to do with who somebody is and how to reach them (docs: entityref). */
import type { PersonSubtype } from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import type { FieldDefinition } from './field-definition';
import { flag, idField, integer, text, timestamp, toOne } from './field-kinds';

export const personFields: readonly FieldDefinition[] = [
  idField,
  text('_subtype', 255, { isReadOnly: true }),
  text('firstName', 50),
  text('middleName', 50),
  text('lastName', 50),
  text('name', 100),
  text('email', 100),
  text('email2', 100),
  text('phone', 20),
  text('mobile', 20),
  text('workPhone', 20),
  text('occupation', 50),
  flag('isDeleted', { isNotNull: true }),
  timestamp('dateAdded', { isReadOnly: true }),
  timestamp('dateLastModified', { isReadOnly: true }),
];

const owner = toOne('owner', 'CorporateUser', ['id', 'firstName', 'lastName']);
const clientCorporation = toOne('clientCorporation', 'ClientCorporation', ['id', 'name']);

export function subtypeFields(
  subtype: PersonSubtype,
  switches: BullhornSwitches,
): readonly FieldDefinition[] {
  const own: Readonly<Record<PersonSubtype, readonly FieldDefinition[]>> = {
    Candidate: [owner, text('status', 100), text('source', 200), text('companyName', 100)],
    ClientContact: [owner, clientCorporation, text('status', 30), text('type', 30)],
    Lead: [owner, text('status', 30), text('companyName', 100)],
    CorporateUser: [
      text('username', 100),
      integer('masterUserID'),
      flag('enabled', { isReadOnly: true }),
      integer('timeZoneOffsetEST', {
        // Hours in the entity reference, minutes in the example of services/CorporateUser.
        shownValue: ({ timeZoneOffsetEST }) =>
          typeof timeZoneOffsetEST === 'number' && switches.timeZoneOffsetUnit === 'minutes'
            ? timeZoneOffsetEST * 60
            : (timeZoneOffsetEST ?? null),
      }),
    ],
  };
  return [...personFields, ...own[subtype]];
}
