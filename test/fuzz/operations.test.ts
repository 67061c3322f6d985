import { requireAllowed } from './allowed-vendor-calls';
import { casesOf, holds, timeoutMsOf } from './fuzz-run';
import { openFuzzedBridge, type FuzzedBridge } from './fuzzed-bridge';
import { operationRequest } from './operation-request';
import { requireOperationAnswer } from './sound-answer';

const SHARE = 0.5;

let bridge: FuzzedBridge;

beforeAll(async () => {
  bridge = await openFuzzedBridge();
}, 30_000);
afterAll(() => bridge.close());

describe('the operations, asked for by clients and by servers', () => {
  it(
    `answer ${casesOf(SHARE)} requests by the contract and ask the CRMs for nothing that it does not allow`,
    async () => {
      const succeeded = new Set<string>();
      await holds(SHARE, operationRequest(bridge), async (request) => {
        const exchange = await bridge.exchange(request);
        requireAllowed(exchange.vendorCalls);
        const outcome = requireOperationAnswer(exchange, request.operation);
        if (outcome === 'ok') succeeded.add(request.operation);
      });
      // A run in which everything is refused at the door would show nothing.
      expect(succeeded.size).toBe(8);
    },
    timeoutMsOf(SHARE),
  );
});
