/** The OpenAPI document as a page: one file, no scripts, nothing from elsewhere. */
import { createHash } from 'node:crypto';
import { docsStyle } from './docs-style';
import { markup, prose, type Html } from './markup';
import type { OpenApiDocument, OpenApiOperation } from './openapi-types';
import { operationSection } from './operation-section';
import { schemaSection } from './schema-section';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
}

const routesOf = ({ paths }: OpenApiDocument): readonly Route[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method, path, operation })),
  );

const withTag = (routes: readonly Route[], tag: string): readonly Route[] =>
  routes.filter(({ operation }) => operation.tags.includes(tag));

const navigation = ({ tags, components }: OpenApiDocument, routes: readonly Route[]): Html =>
  markup`<nav aria-label="Contents">
    ${tags.map(
      ({ name }) =>
        markup`<h2>${name}</h2>
          <ul>
            ${withTag(routes, name).map(
              ({ operation }) =>
                markup`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
            )}
          </ul>`,
    )}
    <h2>Schemas</h2>
    <ul>
      ${Object.keys(components.schemas).map((name) => markup`<li><a href="#schema-${name}">${name}</a></li>`)}
    </ul>
  </nav>`;

const credentials = ({ components }: OpenApiDocument): Html =>
  markup`<h2>Credentials</h2>
    <dl>
      ${Object.entries(components.securitySchemes).map(
        ([name, { description = '' }]) =>
          markup`<dt><code>${name}</code></dt>
            <dd>${prose(description)}</dd>`,
      )}
    </dl>`;

export const docsPage = (document: OpenApiDocument): string => {
  const { info, tags, components } = document;
  const routes = routesOf(document);
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title} ${info.version}</title>
        <style>${{ html: docsStyle }}</style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the operations</a>
        <header>
          <h1>${info.title} <small>${info.version}</small></h1>
          ${info.description.split('\n\n').map((paragraph) => markup`<p>${prose(paragraph)}</p>`)}
          <p>As OpenAPI 3.1: <a href="openapi.json">openapi.json</a></p>
        </header>
        ${navigation(document, routes)}
        <main id="main" tabindex="-1">
          ${credentials(document)}
          ${tags.map(
            ({ name, description }) =>
              markup`<h2>${name}</h2>
                <p>${prose(description)}</p>
                ${withTag(routes, name).map(({ method, path, operation }) => operationSection(method, path, operation))}`,
          )}
          <h2>Schemas</h2>
          ${Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema))}
        </main>
      </body>
    </html>`;
  return page.html;
};

const styleHash = createHash('sha256').update(docsStyle).digest('base64');

/** Allows the page its own style and nothing else (w3.org/TR/CSP3). */
export const docsPagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
