/** Asks Bullhorn whose session it is: `settings/userId` names the CorporateUser. */
import { z } from 'zod';
import type { Probe } from '../probe';

const userIdSchema = z.object({ userId: z.union([z.number(), z.string()]).transform(String) });

export const sessionUser = async (
  probe: Probe,
): Promise<{ readonly status: number; readonly userId: string | undefined }> => {
  const { status, data } = await probe({ method: 'GET', path: '/settings/userId' });
  return { status, userId: userIdSchema.safeParse(data).data?.userId };
};
