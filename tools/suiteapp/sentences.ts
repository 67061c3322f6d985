/** A rule broken, and the sentence that says so. */
export type Rule = readonly [isBroken: boolean, sentence: string];

/** The sentences of the rules that are broken. */
export const sentences = (rules: readonly Rule[]): readonly string[] =>
  rules.filter(([isBroken]) => isBroken).map(([, sentence]) => sentence);

/** What a list holds more than once, each named once. */
export const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];
