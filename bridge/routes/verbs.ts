/** Names of HTTP methods as express' routers have them. */
export const verbs = { GET: 'get', POST: 'post', PATCH: 'patch' } as const;
