/** The record type that each kind of person is searched as. */
import type { EntityType } from '../contract/restlets';

export const personRecordTypes: Readonly<Record<EntityType, string>> = {
  contact: 'contact',
  custjob: 'customer',
  vendor: 'vendor',
  employee: 'employee',
};
