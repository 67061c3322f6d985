/** One operation of a chaos run: its number, who did it, and where. */
export interface Step {
  /** Counted over all workers; 0 after the last one. */
  readonly operationNumber: number;
  readonly worker: number;
  readonly platform: string;
  readonly operation: string;
  readonly key?: string | undefined;
}
