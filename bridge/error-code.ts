/** The code of an error as Node, pg and others give it: `ENOENT`, `28P01`. Unlike its message it quotes nothing. */
import { z } from 'zod';

const codedErrorSchema = z.object({ code: z.string() });

/** Undefined where the error has none. */
export const errorCode = (error: unknown): string | undefined => codedErrorSchema.safeParse(error).data?.code;
