/**
 * A server built on the real `@app-connect/core`, as docs/library.md shows it, with a database in memory. Run by the tests
 * next to it: takes users in APP_CONNECT_USERS, says where it listens and how they sign in, and runs core's MCP tools.
 */
const { PGlite } = require('@electric-sql/pglite');
const { PGLiteSocketServer } = require('@electric-sql/pglite-socket');

/** What a CRM's own connector brings along, as far as core calls it here. */
const ownConnector = (platform) => ({
  getAuthType: () => 'oauth',
  getOauthInfo: async () => ({
    clientId: 'id',
    clientSecret: 'secret',
    accessTokenUri: 'http://127.0.0.1:9',
  }),
  createCallLog: async () => ({}),
  updateCallLog: async () => ({}),
  ...(platform === 'bullhorn' ? { checkAndRefreshAccessToken: async (_oauthApp, user) => user } : {}),
});

/** Core connects by an address, so that no native database is needed. */
const startDatabase = async () => {
  const database = new PGLiteSocketServer({ db: await PGlite.create(), port: 0, maxConnections: 20 });
  await database.start();
  return `postgres://postgres:postgres@${database.getServerConn()}/postgres`;
};

const startServer = async () => {
  const express = require('express');
  const { createCoreApp, connectorRegistry } = require('@app-connect/core');
  const { acceptClientBodies, connectors } = require('../..');

  for (const platform of ['netsuite', 'bullhorn', 'clio']) {
    connectorRegistry.registerConnector(platform, { ...ownConnector(platform), ...connectors[platform] });
  }
  const server = express();
  server.use(acceptClientBodies());
  server.use(createCoreApp({ skipAnalyticsInit: true }));
  return new Promise((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${listening.address().port}`),
    );
  });
};

const signIn = async (users) => {
  const { UserModel } = require('@app-connect/core/models/userModel');
  const { generateJwt } = require('@app-connect/core/lib/jwt');
  for (const user of users) await UserModel.create(user);
  return users.map(({ id, platform }) => generateJwt({ id, platform }));
};

const answerToolCalls = () => {
  process.on('message', ({ tool, args }) => {
    const { execute } = require(`@app-connect/core/mcp/tools/${tool}`);
    void execute(args).then((result) => process.send({ type: 'tool-result', result }));
  });
};

const main = async () => {
  process.env.DATABASE_URL = await startDatabase();
  const baseUrl = await startServer();
  await fetch(`${baseUrl}/isAlive`);
  const jwts = await signIn(JSON.parse(process.env.APP_CONNECT_USERS));
  answerToolCalls();
  process.on('disconnect', () => process.exit(0));
  process.send({ type: 'server-ready', baseUrl, jwts });
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
