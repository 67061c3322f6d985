/** The two ways the same scripts come into an account (section_1505834545). */
export type Variant = 'suiteapp' | 'account-customization';

/** Where the build stages each, relative to the repository's root. suitecloud.config.js names the same folders. */
export const stagedFolders: Readonly<Record<Variant, string>> = {
  suiteapp: 'dist/suiteapp',
  'account-customization': 'dist/account-customization',
};

/** Tells suitecloud.config.js which of the two a command is about. */
export const variantVariable = 'APP_CONNECT_PROJECT';

/** @param args of the command: `--account-customization` for an account without a publisher id */
export const variantOf = (args: readonly string[]): Variant =>
  args.includes('--account-customization') ? 'account-customization' : 'suiteapp';
