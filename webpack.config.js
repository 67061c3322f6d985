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

/** webpack begins each of its own lines with a row of stars, half a kilobyte of every script. */
const withoutStars = {
  apply: (compiler) => {
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE;
    compiler.hooks.compilation.tap('without-stars', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'without-stars', stage }, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          const text = String(asset.source()).replace(/^\/\*+\/ ?\t?/gm, '');
          compilation.updateAsset(name, new webpack.sources.RawSource(text));
        }
      });
    });
  },
};

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
    withoutStars,
    new webpack.BannerPlugin({
      raw: true,
      entryOnly: true,
      stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT,
      banner: ({ chunk }) => headers.get(chunk.name),
    }),
  ],
};
