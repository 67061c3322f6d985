/** What the sandbox program needs to know of any vendor's emulator once it runs. */
export interface RunningVendor {
  /** How to reach it and as whom: part of the message that the sandbox is ready. */
  readonly announcement: object;
  /** For people, about the data it was given. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}
