/** Somebody drove the sandbox wrongly (an unknown switch, fault or clock command): answered with 400. */
export class SandboxRequestError extends Error {
  override readonly name = 'SandboxRequestError';
}
