/** By what the bridge is watched over: is it up, can it work, and figures. Nothing here tells of a user. */
import { Router } from 'express';
import type { Metrics } from '../metrics';
import { reportReadiness, type Readiness } from '../readiness';

export interface HealthRoutesOptions {
  /** Of the bridge. */
  readonly version: string;
  readonly readiness: Readiness;
  readonly metrics: Pick<Metrics, 'contentType' | 'render'>;
}

export const createHealthRoutes = ({ version, readiness, metrics }: HealthRoutesOptions): Router => {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({
      ok: true,
      version,
      // Old rules of time zones give wrong hours, and look like nothing else.
      tzdata: process.versions.tz,
      uptimeSeconds: Math.floor(process.uptime()),
    });
  });
  router.get('/readyz', async (_request, response) => {
    const report = await reportReadiness(readiness);
    response.status(report.ok ? 200 : 503).json(report);
  });
  router.get('/metrics', async (_request, response) => {
    response.set('Content-Type', metrics.contentType).send(await metrics.render());
  });
  return router;
};
