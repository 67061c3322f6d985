/** The list of every route an emulator has, and of where the knowledge about it comes from. */
import type { RequestHandler, Router } from 'express';

export interface RouteDeclaration {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express path, with the vendor's own spelling. */
  readonly path: string;
  readonly status: 'implemented' | 'partial';
  /** Read in the vendor's documentation, seen in traffic, or concluded from its neighbours. */
  readonly provenance: 'documented' | 'observed' | 'inferred';
  /** The documentation page, the recording, or what it was concluded from. */
  readonly source: string;
}

export interface RouteLedger {
  /** The only way to add a route, so that none is missing from the list. */
  register(router: Router, declaration: RouteDeclaration, ...handlers: RequestHandler[]): void;
  entries(): readonly RouteDeclaration[];
}

export function createRouteLedger(): RouteLedger {
  const declarations: RouteDeclaration[] = [];
  return {
    register(router, declaration, ...handlers) {
      declarations.push(declaration);
      router[declaration.method](declaration.path, ...handlers);
    },
    entries: () => [...declarations],
  };
}
