/** Loads a built script as NetSuite's loader would, with modules that do nothing, to see what it defines. */
import { createContext, runInContext } from 'node:vm';
import { z } from 'zod';

export interface AmdScript {
  /** How often it called `define`. */
  readonly defines: number;
  readonly dependencies: readonly string[];
  /** Names that the interface it returned has. */
  readonly exported: readonly string[];
  /** Why it could not be loaded; empty when it was. */
  readonly failure: string;
}

const loadTimeoutMs = 5_000;

/** Runs inside the script's own realm, so that what it hands back is plain data. Any member of any module is a function. */
const loader = `
  const anything = new Proxy(function () {}, { get: () => anything, apply: () => anything, construct: () => ({}) });
  const found = { defines: 0, dependencies: [], exported: [] };
  const define = (dependencies, factory) => {
    found.defines += 1;
    found.dependencies.push(...dependencies);
    found.exported.push(...Object.keys(factory(...dependencies.map(() => anything))));
  };
`;

const foundSchema = z.object({
  defines: z.number(),
  dependencies: z.array(z.string()),
  exported: z.array(z.string()),
});

const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

export const loadAmdScript = (source: string): AmdScript => {
  try {
    const context = createContext({});
    runInContext(loader, context);
    runInContext(source, context, { timeout: loadTimeoutMs });
    const found: unknown = JSON.parse(String(runInContext('JSON.stringify(found)', context)));
    return { ...foundSchema.parse(found), failure: '' };
  } catch (error) {
    return { defines: 0, dependencies: [], exported: [], failure: reasonOf(error) };
  }
};
