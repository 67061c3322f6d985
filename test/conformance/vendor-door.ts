/**
 * Serves a sandbox and stands in its door: sees every call before the CRM does, so that a test can count calls and act
 * right between two of them. The sandbox's own journal knows a call only once its answer is over.
 */
import type { RequestListener } from 'node:http';
import type { FakeClock } from '../../sandbox/core/fake-clock';
import { listenOnLoopback } from '../../sandbox/core/sandbox-server';
import type { VendorCall } from './conformance-target';

const SECOND_MS = 1000;

export interface VendorDoor {
  readonly baseUrl: string;
  calls(): readonly VendorCall[];
  resetCalls(): void;
  beforeNextWrite(act: () => void): void;
  close(): Promise<void>;
}

export const openVendorDoor = async (options: {
  readonly app: RequestListener;
  readonly isWrite: (method: string, path: string) => boolean;
  /** The sandbox's own; every call finds it a second later, so that a later write has a later time. */
  readonly clock: FakeClock;
}): Promise<VendorDoor> => {
  const { app, isWrite, clock } = options;
  let calls: readonly VendorCall[] = [];
  let actsBeforeWrite: readonly (() => void)[] = [];

  const { baseUrl, close } = await listenOnLoopback((request, response) => {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    const writes = isWrite(method, path);
    calls = [...calls, { method, path, writes }];
    clock.advance(SECOND_MS);
    if (writes) {
      const acts = actsBeforeWrite;
      actsBeforeWrite = [];
      acts.forEach((act) => act());
    }
    app(request, response);
  });

  return {
    baseUrl,
    calls: () => calls,
    resetCalls: () => {
      calls = [];
    },
    beforeNextWrite: (act) => {
      actsBeforeWrite = [...actsBeforeWrite, act];
    },
    close,
  };
};
