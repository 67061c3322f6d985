/** The figures of `/metrics`: requests, calls to the CRMs, the process. Labels are words of the code; no id, no name. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { OperationName, Platform } from '../src/contract/operations';
import type { VendorCall } from './http/vendor-call';

/** Up to the time limit of a call to a CRM. */
const DURATION_BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern that matched, like `/appointments/:appointmentId`. */
  readonly route: string;
  readonly operation?: OperationName | undefined;
  readonly platform?: Platform | undefined;
  /** `ok`, a failure's code, or `http_404` where no operation was reached. */
  readonly outcome: string;
  readonly durationMs: number;
}

export interface Metrics {
  countRequest(request: AnsweredRequest): void;
  countVendorCall(call: VendorCall): void;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  render(): Promise<string>;
}

export interface MetricsOptions {
  /** Memory, event loop and garbage collection too: once in a process. */
  readonly ofProcess?: boolean;
}

const requestMetrics = (registers: Registry[]) => ({
  total: new Counter({
    name: 'bridge_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'operation', 'platform', 'outcome'],
    registers,
  }),
  duration: new Histogram({
    name: 'bridge_request_duration_seconds',
    help: 'From the request to the end of its answer.',
    labelNames: ['method', 'route', 'operation', 'platform'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  }),
});

const vendorMetrics = (registers: Registry[]) => ({
  total: new Counter({
    name: 'bridge_vendor_calls_total',
    help: 'Calls made to a CRM.',
    labelNames: ['vendor', 'method', 'outcome'],
    registers,
  }),
  duration: new Histogram({
    name: 'bridge_vendor_call_duration_seconds',
    help: 'From the call to a CRM to the end of its answer, or to its failure.',
    labelNames: ['vendor', 'method'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers,
  }),
});

export const createMetrics = ({ ofProcess = false }: MetricsOptions = {}): Metrics => {
  const registry = new Registry();
  const requests = requestMetrics([registry]);
  const vendorCalls = vendorMetrics([registry]);
  if (ofProcess) collectDefaultMetrics({ register: registry });
  return {
    countRequest: ({ method, route, operation = '', platform = '', outcome, durationMs }) => {
      requests.total.inc({ method, route, operation, platform, outcome });
      requests.duration.observe({ method, route, operation, platform }, durationMs / 1000);
    },
    countVendorCall: ({ vendor, method, outcome, durationMs }) => {
      vendorCalls.total.inc({ vendor, method, outcome });
      vendorCalls.duration.observe({ vendor, method }, durationMs / 1000);
    },
    contentType: registry.contentType,
    render: async () => registry.metrics(),
  };
};
