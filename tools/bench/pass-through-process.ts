/**
 * What the bridge is held against: an Express route that takes the same body, makes the same calls to the CRM, parses what
 * comes and writes it as JSON again. No checks, no conversion, no user; Express as it is without any settings.
 */
import axios from 'axios';
import express from 'express';
import { z } from 'zod';
import { recordedCallSchema, type RecordedCall } from './vendor-exchange';

const scriptSchema = z.object({
  type: z.literal('script'),
  name: z.string(),
  vendorUrl: z.string(),
  calls: z.array(recordedCallSchema),
  /** Pages of a list do not wait for one another; the calls for one appointment do. */
  isParallel: z.boolean(),
});

const scripts = new Map<string, z.infer<typeof scriptSchema>>();

const fetchOne = async (
  vendorUrl: string,
  { method, url, headers, body }: RecordedCall,
): Promise<unknown> => {
  const reply = await axios.request<unknown>({
    method,
    url: vendorUrl + url,
    headers,
    ...(body === '' ? {} : { data: body }),
    transformRequest: (data: unknown) => data,
    validateStatus: () => true,
  });
  return reply.data;
};

const app = express();
app.use(express.json());
app.all('/:name', async (request, response) => {
  const script = scripts.get(request.params['name'] ?? '');
  if (!script) {
    response.sendStatus(404);
    return;
  }
  const { vendorUrl, calls, isParallel } = script;
  const fetched: unknown[] = [];
  if (isParallel) fetched.push(...(await Promise.all(calls.map((call) => fetchOne(vendorUrl, call)))));
  else for (const call of calls) fetched.push(await fetchOne(vendorUrl, call));
  response.json(fetched);
});

process.on('message', (message) => {
  const script = scriptSchema.parse(message);
  scripts.set(script.name, script);
  process.send?.({ type: 'done' });
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.send?.({ type: 'listening', baseUrl: `http://127.0.0.1:${port}` });
});
