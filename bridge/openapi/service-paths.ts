/** The paths by which the bridge is watched over and explained. They need no credential and tell of no user. */
import type { JsonSchema, OpenApiOperation, OpenApiPath, OpenApiResponse } from './openapi-types';

const operation = (
  operationId: string,
  words: { readonly summary: string; readonly description: string },
  responses: Readonly<Record<string, OpenApiResponse>>,
): OpenApiPath => {
  const get: OpenApiOperation = {
    operationId,
    tags: ['Service'],
    ...words,
    security: [],
    parameters: [],
    responses,
  };
  return { get };
};

const json = (description: string, schema: JsonSchema, value: unknown): OpenApiResponse => ({
  description,
  content: { 'application/json': { schema, examples: { answer: { summary: description, value } } } },
});

const plain = (description: string, type: string): OpenApiResponse => ({
  description,
  content: { [type]: { schema: { type: 'string', description } } },
});

const healthSchema: JsonSchema = {
  type: 'object',
  description: 'The process, and what its answers depend on.',
  required: ['ok', 'version', 'tzdata', 'uptimeSeconds'],
  properties: {
    ok: { type: 'boolean', const: true, description: 'The process answers.' },
    version: { type: 'string', description: 'Version of the bridge.' },
    tzdata: { type: 'string', description: 'Version of the time zone rules by which hours are computed.' },
    uptimeSeconds: { type: 'integer', description: 'Seconds since the start.' },
  },
};

const readinessSchema: JsonSchema = {
  type: 'object',
  description: 'What the bridge needs to do its work, by name.',
  required: ['ok', 'checks'],
  properties: {
    ok: { type: 'boolean', description: 'Does every check pass?' },
    checks: {
      type: 'object',
      description: 'Result of each check.',
      additionalProperties: { type: 'string', enum: ['ok', 'failed'] },
    },
  },
};

export const servicePaths = (): Readonly<Record<string, OpenApiPath>> => ({
  '/healthz': operation(
    'healthz',
    { summary: 'Is the process up?', description: 'Asks nothing of the database or a CRM.' },
    {
      '200': json('It is.', healthSchema, {
        ok: true,
        version: '1.0.0',
        tzdata: '2026a',
        uptimeSeconds: 86_400,
      }),
    },
  ),
  '/readyz': operation(
    'readyz',
    { summary: 'Can it take requests?', description: 'Runs every check, each within two seconds.' },
    {
      '200': json('It can.', readinessSchema, { ok: true, checks: { accepting: 'ok', database: 'ok' } }),
      '503': json('It cannot.', readinessSchema, {
        ok: false,
        checks: { accepting: 'ok', database: 'failed' },
      }),
    },
  ),
  '/metrics': operation(
    'metrics',
    {
      summary: 'Figures for Prometheus',
      description: 'Requests, calls to the CRMs, and the process itself.',
    },
    { '200': plain('Prometheus’ text format.', 'text/plain') },
  ),
  '/openapi.json': operation(
    'openapi',
    { summary: 'This document', description: 'OpenAPI 3.1.' },
    {
      '200': json(
        'The document.',
        { type: 'object', description: 'An OpenAPI document.' },
        { openapi: '3.1.1' },
      ),
    },
  ),
  '/docs': operation(
    'docs',
    { summary: 'This document, to read', description: 'A page without scripts.' },
    { '200': plain('The page.', 'text/html') },
  ),
});
