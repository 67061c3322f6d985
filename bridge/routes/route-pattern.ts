/** Which route answered a request, as its pattern. Never the address itself: it holds ids and tokens. */
import type { Request } from 'express';
import { z } from 'zod';

const routeSchema = z.object({ path: z.string() });

/** Like `/appointments/:appointmentId`; `unmatched` where there was none. */
export const routePattern = (request: Request): string =>
  routeSchema.safeParse(request.route).data?.path ?? 'unmatched';
