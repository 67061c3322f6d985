/** Serves a local CRM and writes down every request that reaches it, before the CRM answers it. */
import type { RequestListener } from 'node:http';
import { listenOnLoopback } from '../../sandbox/core/sandbox-server';

export interface RecordedCall {
  readonly method: string;
  /** As it came: path and query. */
  readonly url: string;
  readonly body: string;
}

export interface RecordingDoor {
  readonly baseUrl: string;
  /** Those since the last taking. */
  take(): readonly RecordedCall[];
  close(): Promise<void>;
}

export const openRecordingDoor = async (app: RequestListener): Promise<RecordingDoor> => {
  let calls: readonly RecordedCall[] = [];
  const { baseUrl, close } = await listenOnLoopback((request, response) => {
    const chunks: Buffer[] = [];
    const { method = '', url = '' } = request;
    // Listening for the data itself would take it from the CRM.
    const push = request.push.bind(request);
    request.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (Buffer.isBuffer(chunk)) chunks.push(chunk);
      return push(chunk, encoding);
    };
    const record = {
      method,
      url,
      get body() {
        return Buffer.concat(chunks).toString('utf8');
      },
    };
    calls = [...calls, record];
    app(request, response);
  });
  return {
    baseUrl,
    take: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    close,
  };
};
