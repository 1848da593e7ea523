const testing = `${import.meta.dirname}/libs/testing/jest`;

/** One configuration for every Jest suite; scripts/test.mjs runs them one by one with --selectProjects. */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: `${testing}/environment.mjs`,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/.data/'],
};

const withDatabase = {
  ...shared,
  globalSetup: `${testing}/global-setup.mjs`,
  globalTeardown: `${testing}/global-teardown.mjs`,
};
const ignored = ['/node_modules/', '/dist/', '/.data/', '/test/browser/'];

export default {
  testTimeout: 30_000,
  watchman: false,
  testSequencer: `${testing}/sequencer.mjs`,
  projects: [
    {
      ...shared,
      displayName: 'core',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: [...ignored, '<rootDir>/test/'],
    },
    {
      ...withDatabase,
      displayName: 'db',
      // A whole run imports them by groups: scripts/lib/spec-groups.mjs.
      testMatch: [process.env.JIHUI_SPEC_GROUPS === '1' ? '<rootDir>/.groups/*.ts' : '**/*.db-spec.ts'],
      testPathIgnorePatterns: ignored,
    },
    { ...withDatabase, displayName: 'e2e', testMatch: ['**/*.e2e-spec.ts'], testPathIgnorePatterns: ignored },
    {
      ...withDatabase,
      displayName: 'long',
      testMatch: ['**/*.long-spec.ts'],
      testPathIgnorePatterns: ignored,
    },
    {
      ...shared,
      displayName: 'architecture',
      testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'],
      testPathIgnorePatterns: ignored,
    },
  ],
};
