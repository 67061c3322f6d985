import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { sendResult } from '../../../bridge/routes/send-result';
import type { ListResult } from '../../../src/contract/result.schema';

const appointmentOf = (number: number): ListResult['appointments'][number] => ({
  id: String(number),
  thirdPartyAppointmentId: String(number),
  title: `Gespräch “${number}” \u2028`,
  description: '',
  summary: '',
  participantName: '',
  startTimeUtc: '2026-07-20T22:00:00.000Z',
  endTimeUtc: '2026-07-20T22:30:00.000Z',
  durationMinutes: 30,
  timeZone: 'UTC',
  isAllDay: false,
  location: '',
  status: 'scheduled',
  version: '',
  contactId: '',
  contactType: '',
  attendees: [],
  attendeeIds: [],
  organizer: null,
});

const listOf = (count: number): ListResult => ({
  successful: true,
  appointments: Array.from({ length: count }, (_, index) => appointmentOf(index)),
  skipped: 2,
});

describe('A list that is sent', () => {
  it.each([0, 1, 250, 251, 500, 2500, 2501])('is the same JSON with %i appointments', async (count) => {
    const app = express();
    app.get('/', (_request, response) => sendResult(response, listOf(count)));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(await response.json()).toEqual(listOf(count));
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    server.closeAllConnections();
    server.close();
  });
});
