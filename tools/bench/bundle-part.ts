/** Bytes of each RESTlet: NetSuite loads and compiles the whole file for every call. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { builtScripts } from './built-scripts';
import type { Measurement } from './measurement';

export const MOST_BYTES = 60_000;

export const measureBundles = (): readonly Measurement[] =>
  readdirSync(builtScripts).map((file) => ({
    part: 'bundle',
    subject: file,
    figures: { bytes: statSync(path.join(builtScripts, file)).size },
    bounds: [{ figure: 'bytes', most: MOST_BYTES }],
  }));
