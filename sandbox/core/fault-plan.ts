/** The faults an emulator is to show, in the order they were planned, and the tokens that faults have expired. */
import { faultMatches, type FaultRule } from './fault-rule';

export interface FaultPlan {
  add(rule: FaultRule): void;
  /** Forgets every fault and makes expired tokens valid again. */
  clear(): void;
  /** The first fault that fits the request; it counts as shown. */
  take(method: string, url: string): FaultRule | undefined;
  /** What is still to come. */
  pending(): readonly (FaultRule & { readonly left: number | 'always' })[];
  expireToken(token: string): void;
  /** Valid again, as if its user had signed in anew. */
  acceptToken(token: string): void;
  isTokenExpired(token: string): boolean;
}

function showings(rule: FaultRule): number {
  if (rule.times === 'always') return Number.POSITIVE_INFINITY;
  return rule.times === undefined || rule.times === 'once' ? 1 : rule.times;
}

export function createFaultPlan(): FaultPlan {
  let planned: { readonly rule: FaultRule; left: number }[] = [];
  const expiredTokens = new Set<string>();
  return {
    add(rule) {
      planned.push({ rule, left: showings(rule) });
    },
    clear() {
      planned = [];
      expiredTokens.clear();
    },
    take(method, url) {
      const hit = planned.find(({ rule }) => faultMatches(rule, method, url));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left === 0) planned = planned.filter((entry) => entry !== hit);
      return hit.rule;
    },
    pending: () =>
      planned.map(({ rule, left }) => ({
        ...rule,
        left: Number.isFinite(left) ? left : ('always' as const),
      })),
    expireToken: (token) => void expiredTokens.add(token),
    acceptToken: (token) => void expiredTokens.delete(token),
    isTokenExpired: (token) => expiredTokens.has(token),
  };
}
