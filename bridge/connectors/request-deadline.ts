/** Until when the caller of the bridge waits: for the sign-in to be renewed, too, and for what is tried a second time. */
import { createDeadline, type Deadline } from '../http/deadline';

/** The App Connect client waits for 30 s (app-connect.md §1.1): it is answered before that. */
const REQUEST_LIMIT_MS = 25_000;

/** Made where the request comes in. */
export const createRequestDeadline = (): Deadline => createDeadline({ afterMs: REQUEST_LIMIT_MS });
