/** The bridge's log: constant titles and ids. What slips in beside them (tokens, names, payloads) is taken out here. */
import pino, { type DestinationStream, type Logger } from 'pino';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Names under which personal data, credentials and payloads travel. */
const SENSITIVE = [
  'authorization',
  'Authorization',
  'authHeader',
  'credential',
  'token',
  'jwtToken',
  'accessToken',
  'refreshToken',
  'BhRestToken',
  'password',
  'secret',
  'apiKey',
  'headers',
  'cookie',
  'query',
  'body',
  'data',
  'payload',
  'patch',
  'name',
  'userName',
  'participantName',
  'title',
  'summary',
  'description',
  'email',
  'phone',
  'location',
  'contacts',
  'attendees',
];

const DEPTHS = ['', '*.', '*.*.'];

/** Kind and place of an error. Its message may quote what was sent, and an AxiosError holds the whole request. */
const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { kind: error.constructor.name, stack: frames.join('\n') };
};

export interface LogOptions {
  readonly level: LogLevel;
  /** Default: the error stream, so that the start-up text stays alone on the other. */
  readonly destination?: DestinationStream;
}

/**
 * The same log for lines that are known to hold nothing but words of the code and numbers: to look through a line for a
 * hundred paths takes longer than to write it, and there is one for each request.
 */
export const withoutRedaction = (log: Logger): Logger => log.child({}, { redact: [] });

export const createLog = ({ level, destination = pino.destination(2) }: LogOptions): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      redact: {
        paths: DEPTHS.flatMap((depth) => SENSITIVE.map((name) => depth + name)),
        censor: '[redacted]',
      },
    },
    destination,
  );
