/** Which operation an address names: not always the one it was written for, because a bare `?` in an id ends the path. */
import { operations, type OperationName, type Platform } from '../../src/contract/operations';
import type { WireRequest } from './wire';

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);
export const operationNames = Object.keys(operations).filter(isOperationName);

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(':appointmentId', '[^/]+')}/?$`, 'i').test(path);

/** @returns undefined for an address of no operation */
export const namedOperation = (
  { method, target }: WireRequest,
  platform: Platform,
): OperationName | undefined => {
  const [path = ''] = target.split('?');
  return operationNames.find((name) => {
    const { clientPath, serverPath, method: known } = operations[name];
    const patterns = [clientPath, `/connectors/${platform}${serverPath}`];
    return method === known && patterns.some((pattern) => matches(pattern, path));
  });
};
