/** Runs webpack on one of the repository's configurations. */
import path from 'node:path';
import webpack, { type Configuration } from 'webpack';
import { root } from './is-up-to-date';

/**
 * @param file configuration, from the root of the repository
 * @throws Error with webpack's own words where something does not compile
 */
export const compile = async (file: string): Promise<void> => {
  const { default: config }: { default: Configuration } = await import(path.join(root, file));
  await new Promise<void>((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors())
        reject(new Error(stats.toString({ preset: 'errors-only', colors: false })));
      else resolve();
    });
  });
};
