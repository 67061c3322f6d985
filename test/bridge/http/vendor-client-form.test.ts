import { createVendorClient } from '../../../bridge/http/vendor-client';
import { startFakeOAuthServer, type FakeOAuthServer } from '../sign-in/fake-oauth-server';

let vendor: FakeOAuthServer;
beforeAll(async () => {
  vendor = await startFakeOAuthServer();
});
afterAll(() => vendor.close());

const client = createVendorClient({ vendor: 'Acme CRM', explain: () => undefined, timeoutMs: 2000 });

it('sends a form as forms are sent, without undefined values', async () => {
  vendor.answers = { 'POST /token': { body: { ok: true } } };
  const form = { code: 'a b&c=d+é', attempt: 1, missing: undefined };
  await client.send({ method: 'POST', baseUrl: vendor.baseUrl, path: '/token', form });
  expect(vendor.calls[0]).toMatchObject({
    form: { code: 'a b&c=d+é', attempt: '1' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
});

it('hands over a status that the caller takes for an answer, and only that', async () => {
  vendor.answers = { 'GET /moved': { status: 307, headers: { location: '/there' } } };
  const request = { method: 'GET', baseUrl: vendor.baseUrl, path: '/moved' } as const;
  expect(await client.send({ ...request, answers: [307] })).toMatchObject({
    status: 307,
    headers: { location: '/there' },
  });
  await expect(client.send({ ...request, answers: [308] })).rejects.toMatchObject({
    code: 'upstream_invalid',
  });
  await expect(client.send(request)).rejects.toMatchObject({ code: 'upstream_invalid' });
});
