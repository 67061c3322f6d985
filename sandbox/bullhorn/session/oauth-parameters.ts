/** Where OAuth's parameters may be: "in query or form" (BH-PHP sends the first, BH-CS the second). */
import type { Request } from 'express';

import { isJsonObject } from '../../core/json-value';
import { queryParameters } from '../request-parameters';

/** Reads a parameter of this request; empty when it is not there. */
export function oauthParameters(request: Request): (name: string) => string {
  const body: unknown = request.body;
  const parameters = queryParameters(request);
  return (name) => {
    const field = isJsonObject(body) ? body[name] : undefined;
    return typeof field === 'string' ? field : (parameters.get(name) ?? '');
  };
}
