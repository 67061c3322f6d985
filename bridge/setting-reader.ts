/** Reads settings one by one and keeps what is wrong with them. An empty setting is an absent one. */

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingReader {
  /** Grows while settings are read; a sentence each, beginning with the name of the setting. */
  readonly problems: string[];
  text(name: string): string | undefined;
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined;
  /** Without a slash at the end. */
  url(name: string): string | undefined;
  /** Several, with commas or spaces between them; undefined where the setting is absent. */
  urls(name: string): readonly string[] | undefined;
}

const isPlainUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
};

export const createSettingReader = (env: Environment): SettingReader => {
  const problems: string[] = [];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const requirePlainUrl = (name: string, given: string): void => {
    if (!isPlainUrl(given)) problems.push(`${name} must be a URL like https://host, without a query.`);
  };
  return {
    problems,
    text,
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
