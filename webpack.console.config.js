const path = require('node:path');

const page = path.join(__dirname, 'bridge', 'console', 'page');

/** The console's page: one script, made of nothing but this repository and Preact. */
module.exports = {
  mode: 'production',
  devtool: false,
  target: ['web', 'es2022'],
  context: __dirname,
  entry: path.join(page, 'main.tsx'),
  output: { path: path.join(__dirname, 'dist', 'console'), filename: 'console.js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: { configFile: path.join(page, 'tsconfig.json'), transpileOnly: true },
      },
    ],
  },
  performance: { hints: false },
};
