/** For what is good to have and no reason to fail a sign-in or a sign-out. */
import { AppointmentError } from '../../src/contract/failure';

/** The value, or undefined where the CRM does not give it. */
export const ifAvailable = async <Value>(call: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof AppointmentError) return undefined;
    throw error;
  }
};
