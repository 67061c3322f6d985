/** The API's documentation, for programs and for people. It is the same for everybody, so it is made once. */
import { Router } from 'express';
import { docsPage, docsPagePolicy } from '../openapi/docs-page';
import { openApiDocument } from '../openapi/openapi-document';

/** @param version of the bridge */
export const createDocsRoutes = (version: string): Router => {
  const document = openApiDocument(version);
  const page = docsPage(document);
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/docs', (_request, response) => {
    response.set('Content-Security-Policy', docsPagePolicy).type('text/html').send(page);
  });
  return router;
};
