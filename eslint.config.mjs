import checkFile from 'eslint-plugin-check-file';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { readdirSync } from 'node:fs';

/** design.md §3: the arrows between folders are lint rules. `from` may not be imported by `target`. */
const zone = (target, from, message) => ({ target: `./${target}`, from: from.map((place) => `./${place}`), message });
const features = (side) =>
  readdirSync(new URL(`./${side}/features`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const apart = (side) =>
  features(side).map((name) => ({
    target: `./${side}/features/${name}`,
    from: `./${side}/features`,
    except: [`./${name}`],
    message: 'a feature never imports another feature',
  }));

const zones = [
  zone('contract', ['src', 'server', 'local-cloud', 'config', 'cloudfunctions', 'scripts', 'tests'], 'contract imports nothing of ours'),
  zone('src', ['server', 'local-cloud', 'config', 'cloudfunctions', 'scripts', 'tests'], 'src → contract'),
  zone('server', ['src', 'local-cloud', 'config', 'cloudfunctions', 'scripts', 'tests'], 'server → contract'),
  zone('cloudfunctions', ['src', 'local-cloud', 'config', 'scripts', 'tests'], 'cloudfunctions → server'),
  zone('local-cloud', ['contract', 'src', 'server', 'config', 'cloudfunctions', 'scripts', 'tests'], 'local-cloud → nothing of ours'),
  zone('src/components', ['src/features', 'src/pages'], 'components are feature-blind'),
  zone('src/lib', ['src/features', 'src/pages', 'src/components'], 'lib knows no pages'),
  zone('server/kit', ['server/features', 'server/office'], 'kit knows no features'),
  zone('server/office', ['server/features'], 'Word and Excel know no features'),
  zone('server/stores', ['server/features', 'server/office'], 'stores know no features'),
  ...apart('src'),
  ...apart('server'),
];

const sdkOnly = { name: 'wx-server-sdk', message: 'wx-server-sdk only in server/kit' };

/** What the phone lacks or does wrong (design.md D3, D11). */
const lacking = [
  'Intl', 'crypto', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone', 'Buffer', 'eval', 'Function',
  'fetch', 'Blob', 'window', 'document', 'process', 'localStorage', 'sessionStorage',
];
const deviceApis = [
  'chooseMedia', 'chooseImage', 'chooseMessageFile', 'openDocument', 'getFileSystemManager', 'requestSubscribeMessage',
  'scanCode', 'setClipboardData', 'saveImageToPhotosAlbum', 'makePhoneCall', 'previewImage', 'downloadFile', 'showShareMenu',
  'getStorageSync', 'setStorageSync',
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '.cache/**', 'babel.config.js', '**/*.mjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'check-file': checkFile },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'check-file/filename-naming-convention': ['error', { '**/*.{ts,tsx}': 'KEBAB_CASE' }, { ignoreMiddleExtensions: true }],
      'check-file/folder-naming-convention': ['error', { '{src,server,contract,local-cloud,tests,scripts}/**/': 'KEBAB_CASE' }],
      'no-restricted-imports': ['error', { paths: [sdkOnly] }],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/stores/**', 'server/kit/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'now comes from the context' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'chance comes from the context' },
        { selector: "CallExpression[callee.property.name='collection']", message: 'db.collection only in server/stores' },
      ],
    },
  },
  { files: ['server/kit/**/*.ts', 'tests/local-cloud/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}', 'contract/**/*.ts'],
    ignores: ['src/**/*.h5.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'no-restricted-globals': ['error', ...lacking],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Taro'][property.name='cloud']", message: 'Taro.cloud only in src/lib/cloud.ts' },
        { selector: `MemberExpression[object.name='Taro'][property.name=/^(${deviceApis.join('|')})$/]`, message: 'only in src/lib/device' },
        { selector: "JSXAttribute[name.name='openType']", message: 'open-types only in src/lib/device' },
        { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: 'no lookbehind: iOS below 16.4' },
      ],
    },
  },
  { files: ['src/lib/device/**/*.{ts,tsx}', 'src/lib/cloud.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
