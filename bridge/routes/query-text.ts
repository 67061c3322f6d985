/** Reads a parameter of an address that has one value. */
import type { Request } from 'express';

/** The value; empty where there is none or more than one. */
export const queryText = ({ query }: Pick<Request, 'query'>, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};
