const fs = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');

const cabinet = path.join(__dirname, 'src', 'FileCabinet');

/** Every file of the File Cabinet whose leading comment has @NScriptType is a script of its own. */
const scripts = fs
  .readdirSync(cabinet, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file,
    header: /^\/\*\*[\s\S]*?\*\//.exec(fs.readFileSync(path.join(cabinet, file), 'utf8'))?.[0],
  }))
  .filter(({ header }) => header?.includes('@NScriptType'));

const nameOf = (file) => file.slice(0, -'.ts'.length).split(path.sep).join('/');
const headers = new Map(scripts.map(({ file, header }) => [nameOf(file), header]));

module.exports = {
  mode: 'production',
  devtool: false,
  target: ['es2022'],
  context: __dirname,
  entry: Object.fromEntries(scripts.map(({ file }) => [nameOf(file), path.join(cabinet, file)])),
  output: {
    path: path.join(__dirname, 'dist', 'suiteapp', 'FileCabinet'),
    filename: '[name].js',
    library: { type: 'amd' },
    chunkFormat: false,
    chunkLoading: false,
    wasmLoading: false,
    clean: true,
  },
  externalsType: 'amd',
  externals: [/^N$/, /^N\//],
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'ts-loader',
        options: {
          configFile: path.join(__dirname, 'src', 'tsconfig.json'),
          transpileOnly: true,
          // Comments would be 11 of 70 KB of the listing script, and are read in src/. The header comes by the banner.
          compilerOptions: { removeComments: true },
        },
      },
    ],
  },
  // Readable in NetSuite's script debugger and logs. A minimizer would also drop the header that NetSuite requires.
  optimization: { minimize: false, moduleIds: 'named' },
  plugins: [
    new webpack.BannerPlugin({
      raw: true,
      entryOnly: true,
      stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT,
      banner: ({ chunk }) => headers.get(chunk.name),
    }),
  ],
};
