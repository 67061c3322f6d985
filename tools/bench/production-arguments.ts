/** The arguments that `npm start` gives to Node (package.json); bridge and pass-through of the bench have the same. */
export const productionArguments = ['--max-semi-space-size=32'] as const;
