/** Reads settings one by one and keeps what is wrong with them. An empty setting is an absent one. */
import { FILE_SUFFIX, readSecretFiles } from './secret-files';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingReader {
  /** Grows while settings are read; a sentence each, beginning with the name of the setting. */
  readonly problems: string[];
  text(name: string): string | undefined;
  /** Is there such a setting, or a file for it? What is wrong with it is said where it is read. */
  isSet(name: string): boolean;
  /** A whole number; the default, too, where it is none or out of its range, which is a problem then. */
  wholeNumber(name: string, range: NumberRange): number;
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined;
  /** Without a slash at the end. */
  url(name: string): string | undefined;
  /** Several, with commas or spaces between them; undefined where the setting is absent. */
  urls(name: string): readonly string[] | undefined;
}

export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly byDefault: number;
}

const isPlainUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
};

/** @param given secrets may be in files */
export const createSettingReader = (given: Environment): SettingReader => {
  const { env, problems: problemsOfFiles } = readSecretFiles(given);
  const problems = [...problemsOfFiles];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const requirePlainUrl = (name: string, given: string): void => {
    if (!isPlainUrl(given)) problems.push(`${name} must be a URL like https://host, without a query.`);
  };
  return {
    problems,
    text,
    isSet: (name) => text(name) !== undefined || text(name + FILE_SUFFIX) !== undefined,
    wholeNumber: (name, { from, to, byDefault }) => {
      const written = text(name) ?? String(byDefault);
      const number = /^\d{1,9}$/.test(written) ? Number(written) : NaN;
      if (number >= from && number <= to) return number;
      problems.push(`${name} must be a number from ${from} to ${to}.`);
      return byDefault;
    },
    choice: (name, words) => {
      const given = text(name);
      const word = words.find((one) => one === given);
      if (given !== undefined && word === undefined)
        problems.push(`${name} must be one of ${words.join(', ')}.`);
      return word;
    },
    url: (name) => {
      const given = text(name);
      if (given === undefined) return undefined;
      requirePlainUrl(name, given);
      return given.replace(/\/+$/, '');
    },
    urls: (name) => {
      const given = text(name)?.split(/[\s,]+/);
      given?.forEach((one) => requirePlainUrl(name, one));
      return given;
    },
  };
};
