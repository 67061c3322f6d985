/** The base URL under which a client reached the sandbox; its answers name the same host. */
import type { Request } from 'express';

export function requestBaseUrl(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? '127.0.0.1'}`;
}

export function restUrlOf(baseUrl: string, corpToken: string): string {
  return `${baseUrl}/rest-services/${corpToken}/`;
}
