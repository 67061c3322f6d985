/** The connections to vendors: kept, shared, and through the proxy of the environment where there is one. */
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';

/** Of a connection that nobody uses, where the vendor names no time of its own. A new one takes a TLS handshake. */
const KEEP_ALIVE_MS = 30_000;
/** Whoever asks has a time limit of their own, for the whole answer. */
const NO_LIMIT = 0;

const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;

/** @returns the dispatcher for an origin. HTTPS_PROXY and NO_PROXY are for the vendor's host, not for one on this machine. */
export const createVendorDispatchers = (options: {
  /** For a connection, with its TLS handshake. */
  readonly connectTimeoutMs: number;
}): ((origin: string) => Dispatcher) => {
  const settings = {
    connect: { timeout: options.connectTimeoutMs },
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: NO_LIMIT,
    bodyTimeout: NO_LIMIT,
  };
  const direct = new Agent(settings);
  const byEnvironment = new EnvHttpProxyAgent(settings);
  return (origin) => (LOOPBACK.test(origin) ? direct : byEnvironment);
};
