/** The API as an OpenAPI 3.1 document, made from the contract: `npm run openapi` writes it, the bridge serves it. */
import { componentSchemas } from './component-schemas';
import type { OpenApiDocument } from './openapi-types';
import { operationPaths } from './operation-paths';
import { servicePaths } from './service-paths';

const description = `Appointments of NetSuite, Bullhorn and Clio by one contract.

Times are ISO-8601 in UTC. A failure is never an empty list: it has \`successful: false\`, a message for the person at the screen, an \`errorCode\`, and says whether trying again can help.`;

const tags = [
  {
    name: 'App Connect client',
    description:
      'What the App Connect client calls on its `serverUrl`, with the token that it got at sign-in.',
  },
  {
    name: 'Other servers',
    description: 'The same operations for servers, with the CRM’s credential and the user in headers.',
  },
  { name: 'Service', description: 'Health, figures, and this document.' },
];

const securitySchemes = {
  clientToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The App Connect client’s token, from the sign-in at this bridge.',
  },
  clientTokenInQuery: {
    type: 'apiKey',
    in: 'query',
    name: 'jwtToken',
    description: 'The same token, as older App Connect clients send it.',
  },
  crmCredential: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description:
      'The credential of the CRM: `Bearer <access token>`; for Bullhorn the BhRestToken of the session.',
  },
  bridgeApiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'x-bridge-api-key',
    description: 'Where the bridge has BRIDGE_API_KEY set, the same value.',
  },
};

/** @param version of the bridge, like `1.0.0` */
export const openApiDocument = (version: string): OpenApiDocument => ({
  openapi: '3.1.1',
  info: {
    title: 'App Connect Appointments',
    version,
    summary: 'Calendars of CRMs for RingCentral App Connect.',
    description,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'This bridge.' }],
  tags,
  paths: { ...operationPaths(), ...servicePaths() },
  components: { schemas: componentSchemas(), securitySchemes },
});
