/** What the operations of the Clio adapter are made with. */
import type { ClioAssumptions } from './assumptions';
import type { ClioClient } from './client';
import type { UserDirectory } from './user-directory';

export interface ClioParts {
  readonly client: ClioClient;
  readonly directory: UserDirectory;
  readonly assumptions: ClioAssumptions;
  /** Does Clio tell attendees about what we write, by e-mail? */
  readonly sendEmailNotification: boolean;
}
