import { requireAllowed } from './allowed-vendor-calls';
import { casesOf, holds, timeoutMsOf } from './fuzz-run';
import { openFuzzedBridge, type FuzzedBridge } from './fuzzed-bridge';
import { namedOperation } from './named-operation';
import { operationRequest } from './operation-request';
import { requireNothingBroken, requireOperationAnswer } from './sound-answer';
import type { WireRequest } from './wire';

const SHARE = 0.5;

/** Node answers a longer head by itself, before the bridge sees it: 16 KB (nodejs.org/api/cli.html, --max-http-header-size). */
const LONGEST_SURE_HEAD = 16_000;

const headLengthOf = ({ method, target, headers }: WireRequest): number =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0) +
  `${method} ${target} HTTP/1.1`.length;

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
        if (exchange.answer.status === 431) {
          requireNothingBroken(exchange);
          expect(exchange.vendorCalls).toEqual([]);
          expect(headLengthOf(request)).toBeGreaterThan(LONGEST_SURE_HEAD);
          return;
        }
        const operation = namedOperation(request, request.platform);
        const outcome = requireOperationAnswer(exchange, operation);
        if (operation && outcome === 'ok') succeeded.add(operation);
      });
      // A run in which everything is refused at the door would show nothing. Now and then chance leaves one of the eight out.
      expect(succeeded.size).toBeGreaterThanOrEqual(6);
    },
    timeoutMsOf(SHARE),
  );
});
