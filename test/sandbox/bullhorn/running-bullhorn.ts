/** A Bullhorn that listens on this computer, and a small client for it. */
import { isJsonObject, type JsonObject } from '../../../sandbox/core/json-value';
import {
  createBullhornSandbox,
  type BullhornSandbox,
  type BullhornSandboxOptions,
} from '../../../sandbox/bullhorn/bullhorn-sandbox';

/** Noon UTC on a Monday, a week before the clocks change in the United States. */
export const nowMs = Date.UTC(2026, 2, 2, 12);

export const dana = { id: 11, token: '6f1c2a10-0000-4000-8000-00000000d011' };
export const jonas = { id: 12, token: '6f1c2a10-0000-4000-8000-00000000d012' };
export const priya = { id: 13, token: '6f1c2a10-0000-4000-8000-00000000d013' };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as a JSON object; empty when it is none. */
  readonly body: JsonObject;
  /** `data` of the body when it is a list of objects. */
  readonly rows: readonly JsonObject[];
  /** `data` of the body when it is an object. */
  readonly record: JsonObject;
}

export interface CallOptions {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Dana's when left out; `null` sends none. */
  readonly token?: string | null;
}

export interface RunningBullhorn {
  readonly sandbox: BullhornSandbox;
  readonly baseUrl: string;
  readonly restUrl: string;
  /** @param path below the REST URL, or absolute with a slash at the beginning. */
  call(path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

function parsed(text: string): unknown {
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ? parsed(text) : undefined;
  const body = isJsonObject(json) ? json : {};
  const { data } = body;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    rows: Array.isArray(data) ? data.filter(isJsonObject) : [],
    record: isJsonObject(data) ? data : {},
  };
}

function requestOf({ method, json, form, headers, token }: CallOptions): RequestInit {
  const body =
    form === undefined
      ? json === undefined
        ? undefined
        : JSON.stringify(json)
      : new URLSearchParams(form).toString();
  const contentType = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: {
      ...(token === null ? {} : { BhRestToken: token ?? dana.token }),
      ...(body === undefined ? {} : { 'Content-Type': contentType }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  };
}

export async function startBullhorn(options: BullhornSandboxOptions = {}): Promise<RunningBullhorn> {
  const sandbox = createBullhornSandbox({ frozenAtMs: nowMs, ...options });
  const { baseUrl, close } = await sandbox.listen();
  const restUrl = `${baseUrl}/rest-services/e999/`;
  return {
    sandbox,
    baseUrl,
    restUrl,
    async call(path, callOptions = {}) {
      const url = new URL(path, restUrl);
      Object.entries(callOptions.query ?? {}).forEach(([name, value]) => url.searchParams.set(name, value));
      return answerOf(await fetch(url, requestOf(callOptions)));
    },
    close,
  };
}
