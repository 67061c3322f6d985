/** How the doctor talks with the person who runs it. */
import { createInterface } from 'node:readline/promises';

export interface Terminal {
  say(sentence: string): void;
  /** @throws Error where nobody can answer, because the input is no terminal */
  ask(question: string): Promise<string>;
}

/** What is said goes to the error output, so that the table alone can be redirected. */
export const createTerminal = (): Terminal => ({
  say: (sentence) => void process.stderr.write(`${sentence}\n`),
  ask: async (question) => {
    if (process.stdin.isTTY !== true) throw new Error('Nobody can answer here: the input is no terminal.');
    const reader = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return (await reader.question(question)).trim();
    } finally {
      reader.close();
    }
  },
});
