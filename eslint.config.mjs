import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Pure code is given its time, chance and settings: rules that asked for them could not be tested or replayed. */
const PURE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take `now` as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take chance as an argument.',
  },
  { selector: "MemberExpression[object.name='process']", message: 'Take settings as arguments.' },
];

/** Only these read the environment: platform/config in the server, and what runs before or beside it. */
const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings stand in platform/config/config.ts, validated.',
};

/** A whole run imports several database specs by one file: a hook outside `describe` would be every spec's. */
const OWN_HOOKS = {
  selector:
    'Program > ExpressionStatement > CallExpression:matches([callee.name=/^(before|after)(All|Each)$/], [callee.name=/^(it|test)$/])',
  message: 'Hooks and tests of a database spec stand in its `describe`.',
};

const TESTS = [
  '**/*.spec.ts',
  '**/*.db-spec.ts',
  '**/*.e2e-spec.ts',
  '**/test/**/*.ts',
  'libs/*/eval/**/*.ts',
  'libs/testing/**/*.ts',
];

export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/dist.new/**',
      '.data/**',
      '.groups/**',
      'schema/**',
      '**/*.gen.ts',
      'apps/portal/src/gql/**',
      'playwright-report/**',
      'test-results/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'URL',
          'fetch',
          'Buffer',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'clearTimeout',
          'module',
          'AbortSignal',
          'FormData',
          'Blob',
          'performance',
          'URLSearchParams',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], eqeqeq: ['error', 'smart'] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'smart'],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Marked so that it stands out: without it no issuer on loopback could be asked, which has no certificate.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      // `const { _ignored, ...rest }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Nest's modules are classes with a decorator and nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An arrow function that passes a void result on is shorter than one with braces.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What comes from the database, the network or a form may differ from its declared type; a guard there is no fault.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A service method is async by its contract, whether or not it waits today.
      '@typescript-eslint/require-await': 'off',
      // Handlers of Nest and React are passed by name.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A literal with all the fields is as good as an instance: the types here are structural.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Spreading a string gives its code points, which is what a limit on Chinese text counts.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-restricted-syntax': ['error', ENVIRONMENT],
    },
  },
  {
    files: ['libs/*/src/core/**/*.ts', 'libs/kernel/src/**/*.ts', 'libs/events/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PURE] },
  },
  {
    files: ['apps/portal/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // A hook after an early return is a page that fails once what it waited for has come.
    rules: { 'react-hooks/rules-of-hooks': 'error' },
  },
  {
    files: ['apps/server/src/main.ts', 'apps/cli/src/**/*.ts', ...TESTS],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: TESTS,
    rules: {
      // A test states what must be there and fails with the same clarity when it is not.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.db-spec.ts'], rules: { 'no-restricted-syntax': ['error', OWN_HOOKS] } },
);
