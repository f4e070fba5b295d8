import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import tsconfig from '../tsconfig.json';

const root = path.resolve(__dirname, '..');

/** Aliases stand in tsconfig.json only. */
const alias = Object.fromEntries(
  Object.entries(tsconfig.compilerOptions.paths)
    .filter(([key]) => key.endsWith('/*'))
    .map(([key, [target]]) => [key.slice(0, -2), path.resolve(root, (target ?? '').slice(0, -2))]),
);

/** Code outside src that the client compiles; without it the build fails at the first type annotation. */
const compile = { include: [path.resolve(root, 'contract')] };
/** Sizes are px everywhere: with pxtransform the H5 doubles at 1280 px (design.md §5). */
const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } };

/** What screen readers are told on the phone: Taro's templates pass no aria attributes on their own. */
const aria = { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-selected': '' };
const spoken = { View: aria, Text: aria, Image: aria };

/** Taro empties its output folder first, so it is always one of ours below dist, whatever the environment says. */
const suffix = process.env.BUILD_SUFFIX ?? '';
if (!/^[-\w]*$/.test(suffix))
  throw new Error(`BUILD_SUFFIX may hold letters, digits and dashes only: ${suffix}`);
const outputRoot = `dist/${process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'}${suffix}`;

export default defineConfig(async () => {
  const config: UserConfigExport = {
    projectName: 'liaison',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot,
    plugins: process.env.TARO_ENV === 'h5' ? [] : [['@tarojs/plugin-inject', { components: spoken }]],
    alias,
    defineConstants: {
      CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    terser: { enable: true },
    mini: {
      compile,
      postcss,
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      compile,
      postcss,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      esnextModules: ['@nutui/nutui-react-taro', '@nutui/icons-react-taro'],
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
    },
  };
  return config;
});
