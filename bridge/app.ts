/** The bridge as an express application, without a port. */
import express, { type Express } from 'express';
import helmet from 'helmet';
import { bridgeVersion } from './bridge-version';
import type { Connectors } from './connectors/create-connectors';
import { createConsole, type ConsoleSettings } from './console/create-console';
import { createMetrics, type Metrics } from './metrics';
import type { Readiness } from './readiness';
import { createAppConnectRoutes } from './routes/app-connect-routes';
import { cors } from './routes/cors';
import { createDocsRoutes } from './routes/docs-routes';
import { createHealthRoutes } from './routes/health-routes';
import { refuseFragment } from './routes/refuse-fragment';
import { createRequestLog, type RequestLog } from './routes/request-log';
import { createRequestMetrics } from './routes/request-metrics';
import { createSignInLimit, type SignInLimitOptions } from './routes/sign-in-limit';
import { createServerRoutes } from './routes/server-routes';
import { answerUnknownRoute, createErrorHandler } from './routes/unhandled-requests';
import type { SessionServices } from './sessions/session-services';
import { DEFAULT_SIGN_INS_PER_MINUTE } from './sign-in-settings';

export interface AppOptions {
  readonly connectors: Connectors;
  /** Undefined: there is no secret to sign tokens with, and nobody is signed in. */
  readonly sessions: SessionServices | undefined;
  /** Address of the bridge as browsers see it. */
  readonly publicUrl: () => string;
  readonly apiKey: string | undefined;
  /** Who may be tried out, with their tokens: in the sandbox, and only there. */
  readonly demoUsers?: readonly object[];
  /** The page to look at; undefined: there is none. It takes sessions. */
  readonly console?: ConsoleSettings | undefined;
  /** Default: its own, of requests alone. */
  readonly metrics?: Metrics;
  /** What it takes to answer requests; default: nothing. */
  readonly readiness?: Readiness;
  /** Default: 30. */
  readonly signInsPerMinute?: SignInLimitOptions['perMinute'];
  /** How many proxies stand before the bridge; default: none, and whoever connects is who asks. */
  readonly trustedProxies?: number;
  readonly log: {
    info(ids: object, title: string): void;
    error(ids: object, title: string): void;
  };
  /** For the line of each answer. Default: `log`. */
  readonly requestLog?: RequestLog;
}

export const createApp = (options: AppOptions): Express => {
  const { connectors, sessions, publicUrl, apiKey, demoUsers = [], log } = options;
  const { metrics = createMetrics(), readiness = { checks: {} } } = options;
  const { signInsPerMinute = DEFAULT_SIGN_INS_PER_MINUTE, trustedProxies = 0 } = options;
  const signInLimit = createSignInLimit({ perMinute: signInsPerMinute, log });
  const shown =
    options.console &&
    sessions &&
    createConsole({ ...options.console, connectors, sessions, publicUrl, signInLimit });
  const app = express();
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', trustedProxies === 0 ? false : trustedProxies);
  app.use(createRequestLog(options));
  app.use(createRequestMetrics(metrics));
  app.use(helmet({ crossOriginResourcePolicy: { policy: 'cross-origin' } }));
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(refuseFragment);
  // Before `cors`: no page of another origin is to read what the console is told.
  if (shown) app.use(shown.routes);
  app.use(cors);
  app.use(createHealthRoutes({ version: bridgeVersion, readiness, metrics }));
  app.use(createDocsRoutes(bridgeVersion));
  if (demoUsers.length > 0) {
    app.get('/demo-users', (_request, response) => {
      response.json(demoUsers);
    });
  }
  app.use(createServerRoutes({ connectors, apiKey }));
  // After the routes for servers: their callers bring a credential of the CRM, which a token of ours must not replace.
  if (shown) app.use(shown.session);
  app.use(createAppConnectRoutes({ connectors, sessions, publicUrl, signInLimit }));
  app.use(answerUnknownRoute);
  app.use(createErrorHandler(log));
  return app;
};
