/**
 * The codes with which the bridge's own front door hands a sign-in over to App Connect's client: the client takes one
 * for the CRM's code and sends it on, and gets its token, or the reason why there is none.
 */
import { z } from 'zod';
import { failureKinds, type FailureCode } from '../../src/contract/failure';
import type { SingleUseStore } from './single-use-store';

const LIFETIME_MS = 60 * 1000;

/** Tells our codes from a CRM's. */
const PREFIX = 'bridge-';

const isFailureCode = (code: unknown): code is FailureCode =>
  typeof code === 'string' && Object.hasOwn(failureKinds, code);

const outcomeSchema = z.union([
  z.object({ sessionId: z.string() }),
  z.object({
    failure: z.string().describe('For the person at the screen.'),
    code: z.custom<FailureCode>(isFailureCode),
  }),
]);

export type SignInOutcome = Readonly<z.infer<typeof outcomeSchema>>;

export interface HandOverCodes {
  /** Good for one use within 60 seconds. */
  issue(outcome: SignInOutcome): Promise<string>;
  isOurs(code: string): boolean;
  /** Undefined for a code that was used, is too old, or never was. */
  redeem(code: string): Promise<SignInOutcome | undefined>;
}

export const createHandOverCodes = (singleUse: SingleUseStore): HandOverCodes => ({
  issue: async (outcome) => PREFIX + (await singleUse.put(JSON.stringify(outcome), LIFETIME_MS)),
  isOurs: (code) => code.startsWith(PREFIX),
  redeem: async (code) => {
    const text = await singleUse.take(code.slice(PREFIX.length));
    return text === undefined ? undefined : outcomeSchema.safeParse(JSON.parse(text)).data;
  },
});
