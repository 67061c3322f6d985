/** A compiled script in a process of its own that answers messages: the bridge, the canned CRM, the pass-through. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

export interface ForkedProcess {
  readonly processId: number;
  /** Sends a message and gives the next one that fits the schema. */
  ask<Schema extends z.ZodType>(message: object, schema: Schema): Promise<z.output<Schema>>;
  stop(): Promise<void>;
}

export interface ForkOptions<Schema extends z.ZodType> {
  /** Absolute path of the compiled script. */
  readonly script: string;
  /** All of its environment, beside PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of Node itself. */
  readonly nodeArguments?: readonly string[] | undefined;
  /** What the process sends once it can be used. */
  readonly ready: Schema;
}

const nextMessage = <Schema extends z.ZodType>(
  child: ChildProcess,
  schema: Schema,
): Promise<z.output<Schema>> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      act();
    };
    const onMessage = (message: unknown): void => {
      const read = schema.safeParse(message);
      if (read.success) settle(() => resolve(read.data));
    };
    const onExit = (): void =>
      settle(() => reject(new Error(`${child.spawnfile} ended before it answered.`)));
    child.on('message', onMessage);
    child.on('exit', onExit);
  });

/** What the process prints is shown; log lines (its error stream) go nowhere, as fast as they do in production. */
export const startForked = async <Schema extends z.ZodType>(
  options: ForkOptions<Schema>,
): Promise<ForkedProcess & { readonly ready: z.output<Schema> }> => {
  const { script, env, nodeArguments = [] } = options;
  const child = fork(script, [], {
    env: { PATH: process.env['PATH'], ...env },
    execArgv: [...nodeArguments],
    stdio: ['ignore', 'ignore', process.env['BENCH_SHOW_LOG'] ? 'inherit' : 'ignore', 'ipc'],
  });
  const ready = await nextMessage(child, options.ready);
  return {
    ready,
    processId: child.pid ?? 0,
    ask: async (message, schema) => {
      const answer = nextMessage(child, schema);
      child.send(message);
      return answer;
    },
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};

const listeningSchema = z.object({ type: z.literal('listening'), baseUrl: z.string() });

/** A server of the bench's own. @param name of the script in this folder, without its extension */
export const startForkedServer = async (
  name: string,
  nodeArguments?: readonly string[],
): Promise<ForkedProcess & { readonly baseUrl: string }> => {
  const { ready, ...server } = await startForked({
    script: path.join(__dirname, `${name}.js`),
    env: { NODE_ENV: 'production' },
    nodeArguments,
    ready: listeningSchema,
  });
  return { ...server, baseUrl: ready.baseUrl };
};
