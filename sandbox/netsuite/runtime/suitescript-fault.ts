/**
 * A failure inside an emulated `N/*` module; the realm turns it into the SuiteScriptError that a script catches.
 *
 * `code` is what the script reads as `name`. Names come from `error.Type` and from netsuite.md §3 and §7.
 */
export class SuiteScriptFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SuiteScriptFault';
    this.code = code;
  }
}

/** For what NetSuite can do and this emulator cannot: a script that needs it must not pass by luck. */
export function notEmulated(what: string): SuiteScriptFault {
  return new SuiteScriptFault('NOT_EMULATED', `The local NetSuite does not emulate ${what}.`);
}
