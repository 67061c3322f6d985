/** For whom, under which assumptions and when a record is read or written. */
import type { ClioState, User } from '../entities';
import type { ClioSwitches } from '../switches';

export interface Reader {
  readonly state: ClioState;
  readonly switches: ClioSwitches;
  readonly user: User;
  readonly nowMs: number;
}
