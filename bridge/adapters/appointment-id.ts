/** Which ids of appointments are acceptable, decided before anything is sent: no id leads to another record. */
import { AppointmentError } from '../../src/contract/failure';

export interface IdRule {
  /** Anchored; what the CRM's own ids look like. */
  readonly pattern: RegExp;
  /** For the message: `NetSuite event ids are numbers`. */
  readonly says: string;
}

/**
 * The id, unchanged.
 * @throws AppointmentError invalid_request, naming `path`, for an id that cannot be one of this CRM
 */
export const checkedId = (id: string, rule: IdRule, path: string): string => {
  if (rule.pattern.test(id)) return id;
  throw new AppointmentError('invalid_request', `The ${path} is not valid: ${rule.says}.`, {
    details: { issues: [{ path, message: rule.says }] },
  });
};
