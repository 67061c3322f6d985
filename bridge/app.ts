/** The bridge as an express application, without a port. */
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Connectors } from './connectors/create-connectors';
import { createClientRoutes, type AuthenticateClient } from './routes/client-routes';
import { cors } from './routes/cors';
import { createRequestLog } from './routes/request-log';
import { createServerRoutes } from './routes/server-routes';
import { answerUnknownRoute, createErrorHandler } from './routes/unhandled-requests';

export interface AppOptions {
  readonly connectors: Connectors;
  readonly authenticate: AuthenticateClient;
  readonly apiKey: string | undefined;
  /** Who may be tried out, with their tokens: in the sandbox, and only there. */
  readonly demoUsers?: readonly object[];
  readonly log: {
    info(ids: object, title: string): void;
    error(ids: object, title: string): void;
  };
}

export const createApp = ({ connectors, authenticate, apiKey, demoUsers = [], log }: AppOptions): Express => {
  const app = express();
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(createRequestLog(log));
  app.use(helmet({ crossOriginResourcePolicy: { policy: 'cross-origin' } }));
  app.use(cors);
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  if (demoUsers.length > 0) {
    app.get('/demo-users', (_request, response) => {
      response.json(demoUsers);
    });
  }
  app.use(createClientRoutes({ connectors, authenticate }));
  app.use(createServerRoutes({ connectors, apiKey }));
  app.use(answerUnknownRoute);
  app.use(createErrorHandler(log));
  return app;
};
