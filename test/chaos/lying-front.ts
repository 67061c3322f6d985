/** A proxy in front of the bridge that lies a few times, each lie once, and says which write it was about. */
import { createServer, type IncomingMessage } from 'node:http';
import type { ViolationKind } from '../../tools/chaos/violation';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

type Forward = (asked: Asked) => Promise<Answered>;

export interface Lie {
  readonly name: string;
  readonly caughtAs: ViolationKind;
  /** Is this a request it can be told about? */
  fits(asked: Asked): boolean;
  /** Undefined: the moment was wrong, the next request will do. */
  tell(asked: Asked, forward: Forward): Promise<Answered | undefined>;
}

const isCreate = ({ method, path }: Asked): boolean => method === 'POST' && path.endsWith('/appointments');
const isEdit = ({ method }: Asked): boolean => method === 'PATCH';
const isCancel = ({ method, path }: Asked): boolean => method === 'POST' && path.endsWith('/cancel');
const isList = ({ method, path }: Asked): boolean => method === 'GET' && /\/appointments\?/.test(path);
const isServers = ({ path }: Asked): boolean => path.startsWith('/connectors/');

const ok = (body: object): Answered => ({ status: 200, text: JSON.stringify(body) });

const madeUp = ({ body }: Asked): Answered => {
  const { title, summary, startTimeUtc, durationMinutes, contacts } = JSON.parse(body);
  const appointment = {
    id: '999',
    thirdPartyAppointmentId: '999',
    title,
    description: summary,
    summary,
    participantName: '',
    startTimeUtc,
    endTimeUtc: new Date(Date.parse(startTimeUtc) + durationMinutes * 60_000).toISOString(),
    durationMinutes,
    timeZone: 'UTC',
    isAllDay: false,
    location: '',
    status: 'scheduled',
    version: '1',
    contactId: '',
    contactType: '',
    attendees: contacts,
    attendeeIds: contacts.map(({ id }: { id: string }) => id),
    organizer: null,
  };
  return ok({ successful: true, appointmentId: '999', appointment });
};

const limited = {
  successful: false,
  returnMessage: { message: 'Wait a moment.', messageType: 'danger', ttl: 1000 },
  errorCode: 'rate_limited',
  retryable: true,
};

const succeeded = ({ text }: Answered): boolean => JSON.parse(text).successful === true;

export const lies: readonly Lie[] = [
  {
    name: 'swallows a create and answers with a success',
    caughtAs: 'lost',
    fits: isCreate,
    tell: async (asked) => madeUp(asked),
  },
  {
    name: 'sends a create twice, under two keys',
    caughtAs: 'doubled',
    fits: isCreate,
    tell: async (asked, forward) => {
      await forward({ ...asked, key: `${asked.key}-again` });
      return forward(asked);
    },
  },
  {
    name: 'answers a failed edit with a success',
    caughtAs: 'false success',
    fits: isEdit,
    tell: async (asked, forward) => {
      const shown = await forward({
        ...asked,
        method: 'GET',
        path: `${asked.path}/refresh`,
        key: '',
        body: '',
      });
      const { title } = JSON.parse(asked.body);
      if (!succeeded(shown) || title === undefined) return undefined;
      const { appointment, ...answer } = JSON.parse(shown.text);
      return ok({ ...answer, appointment: { ...appointment, title } });
    },
  },
  {
    name: 'shows another appointment than there is',
    caughtAs: 'false success',
    fits: isEdit,
    tell: async (asked, forward) => {
      const edited = await forward(asked);
      // A failure shows no appointment that could be another one.
      if (!succeeded(edited)) return undefined;
      const { appointment, ...answer } = JSON.parse(edited.text);
      return ok({ ...answer, appointment: { ...appointment, durationMinutes: 999 } });
    },
  },
  {
    name: 'answers a cancellation that was done with a failure',
    caughtAs: 'false failure',
    fits: (asked) => isCancel(asked) && isServers(asked),
    tell: async (asked, forward) => {
      await forward(asked);
      return { status: 429, text: JSON.stringify(limited) };
    },
  },
  {
    name: 'leaves every other appointment out of a list',
    caughtAs: 'wrong list',
    fits: isList,
    tell: async (asked, forward) => {
      const { appointments, ...answer } = JSON.parse((await forward(asked)).text);
      // Of fewer, all may be just being changed, or lie at an edge of what was asked for.
      if (appointments.length < 8) return undefined;
      return ok({
        ...answer,
        appointments: appointments.filter((_: object, index: number) => index % 2 === 0),
      });
    },
  },
  {
    name: 'answers with an error page',
    caughtAs: 'wrong answer',
    fits: isEdit,
    tell: async () => ({ status: 502, text: '<html>Bad gateway</html>' }),
  },
];

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

export interface ToldLie extends Lie {
  /** Of the write it was about; empty for a list. */
  readonly key: string;
}

export const openLyingFront = async (bridgeUrl: string, wanted: readonly Lie[] = lies) => {
  let waiting = wanted;
  const told: ToldLie[] = [];

  const forward: Forward = async ({ method, path, headers, key, body }) => {
    const response = await fetch(`${bridgeUrl}${path}`, {
      method,
      headers: { ...headers, ...(key === '' ? {} : { 'idempotency-key': key }) },
      ...(method === 'GET' ? {} : { body }),
    });
    return { status: response.status, text: await response.text() };
  };

  const answer = async (asked: Asked): Promise<Answered> => {
    const lie = waiting.find((one) => one.fits(asked));
    if (!lie) return forward(asked);
    waiting = waiting.filter((one) => one !== lie);
    const lied = await lie.tell(asked, forward);
    if (!lied) {
      waiting = [...waiting, lie];
      return forward(asked);
    }
    told.push({ ...lie, key: asked.key });
    return lied;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const { authorization = '', 'idempotency-key': key = '', ...others } = request.headers;
      const context = Object.entries(others).filter(([name]) => name.startsWith('x-crm-'));
      const { status, text } = await answer({
        method: request.method ?? '',
        path: request.url ?? '',
        key: String(key),
        headers: {
          authorization,
          'content-type': 'application/json',
          ...Object.fromEntries(context.map(([name, value]) => [name, String(value)])),
        },
        body: await readBody(request),
      });
      response.writeHead(status).end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    told: (): readonly ToldLie[] => told,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
