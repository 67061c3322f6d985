/**
 * Which columns and filters a search knows differs between accounts and could not be verified for some (netsuite.md
 * §8): so a search is tried from its richest form to its plainest, and the first that NetSuite accepts counts.
 */
export const firstAccepted = <T>(richest: () => T, ...plainer: readonly (() => T)[]): T => {
  const [next, ...rest] = plainer;
  if (!next) return richest();
  try {
    return richest();
  } catch {
    return firstAccepted(next, ...rest);
  }
};
