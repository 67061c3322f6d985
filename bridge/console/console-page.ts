/** Serves the console's page, as it was built, under a policy that lets it load nothing but itself. */
import express, { Router, type RequestHandler } from 'express';
import { isByAnotherName } from './own-page';

export interface ConsolePageOptions {
  /** With `index.html`, `console.js` and `console.css`. */
  readonly pageFolder: string;
  /** Address of the bridge as browsers see it. */
  readonly publicUrl: () => string;
}

/** w3.org/TR/CSP3 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const setHeaders: RequestHandler = (_request, response, next) => {
  response.set({ 'Content-Security-Policy': POLICY, 'Cross-Origin-Resource-Policy': 'same-origin' });
  next();
};

export const createConsolePage = ({ pageFolder, publicUrl }: ConsolePageOptions): Router => {
  const router = Router();
  router.get('/', (_request, response) => {
    response.redirect(`${new URL(publicUrl()).pathname.replace(/\/$/, '')}/console/`);
  });
  router.use('/console', setHeaders);
  router.get('/console', (request, response, next) => {
    if (isByAnotherName(request, publicUrl())) response.redirect(publicUrl() + request.originalUrl);
    else next();
  });
  // What is kept for how long is decided for all answers together.
  router.use(
    '/console',
    express.static(pageFolder, { cacheControl: false, etag: false, lastModified: false }),
  );
  router.get('/console', (_request, response) => {
    response
      .status(503)
      .type('text/plain')
      .send('The console’s page is not built. Run npm run build, then start the bridge again.');
  });
  return router;
};
