/** Lists appointments as any client would, through the bridge's own route: what it shows, the whole chain has done. */
import axios from 'axios';
import type { Appointment } from '../src/contract/appointment.schema';
import { failureResultSchema, listResultSchema } from '../src/contract/result.schema';

const TIMEOUT_MS = 30_000;

/** @throws Error with the bridge's own message, when the list cannot be had */
export const readAppointments = async (
  baseUrl: string,
  clientToken: string,
): Promise<readonly Appointment[]> => {
  const response = await axios.get<unknown>(`${baseUrl}/appointments?range=upcoming`, {
    headers: { Authorization: `Bearer ${clientToken}` },
    timeout: TIMEOUT_MS,
    proxy: false,
    validateStatus: () => true,
  });
  const list = listResultSchema.safeParse(response.data);
  if (list.success) return list.data.appointments;
  const failure = failureResultSchema.safeParse(response.data);
  throw new Error(
    `The bridge could not list appointments: ${failure.data?.returnMessage.message ?? `HTTP ${response.status}`}`,
  );
};
