/** Who may import whom: docs/architecture.md. Every rule is an error. */
const DOMAINS = 'identity|law|listings|matching|deals|contracts|challenges|discovery|notifications';
/** Evaluations are tests that anyone runs on sets of their own. */
const TEST = '(\\.(spec|db-spec|e2e-spec)\\.ts$|/test/|^libs/[^/]+/eval/)';
const lib = (names) => `^libs/(${names})/`;
const ANY_PACKAGE = '^(libs|apps)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: lib('kernel'), pathNot: TEST },
      to: { pathNot: lib('kernel') },
    },
    {
      name: 'proofs-import-nothing-of-the-house',
      comment: 'Whoever verifies needs neither the platform nor its code.',
      severity: 'error',
      from: { path: lib('proofs'), pathNot: TEST },
      to: { path: ANY_PACKAGE, pathNot: lib('proofs') },
    },
    {
      name: 'events-import-kernel',
      severity: 'error',
      from: { path: lib('events'), pathNot: TEST },
      to: { pathNot: lib('kernel|events') },
    },
    {
      name: 'platform-imports-kernel-and-events',
      severity: 'error',
      from: { path: lib('platform'), pathNot: TEST },
      to: { path: ANY_PACKAGE, pathNot: lib('kernel|events|platform') },
    },
    {
      name: 'relevance-is-pure',
      comment: 'The scoring core of search and matching: texts in, numbers out.',
      severity: 'error',
      from: { path: '^libs/platform/src/relevance/', pathNot: TEST },
      to: { pathNot: '^libs/platform/src/relevance/' },
    },
    {
      name: 'a-core-imports-kernel-alone',
      comment:
        'No Nest, no TypeORM, no node:*, no other folder of the domain; what anyone recomputes is as pure.',
      severity: 'error',
      from: { path: `^libs/(${DOMAINS})/src/core/`, pathNot: TEST },
      to: { pathNot: ['^libs/(kernel|proofs)/', '^libs/$1/src/core/'] },
    },
    {
      name: 'a-domain-imports-no-domain',
      comment: 'Facts cross domains as ids, events or the own projection.',
      severity: 'error',
      from: { path: `^libs/(${DOMAINS})/`, pathNot: TEST },
      to: { path: ANY_PACKAGE, pathNot: ['^libs/(kernel|events|platform|proofs)/', '^libs/$1/'] },
    },
    {
      name: 'a-domain-is-its-index',
      comment:
        'Only index.ts is importable from outside, and the offline check of a certificate, which needs no server.',
      severity: 'error',
      from: { path: '^(libs|apps|test)/([^/]+)/' },
      to: {
        path: `^libs/(${DOMAINS})/`,
        pathNot: [
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/contracts/src/(certificate-file|sm2-verify)\\.ts$',
          '^libs/$2/',
        ],
      },
    },
    {
      name: 'resolvers-and-handlers-use-no-store',
      comment: 'They call the service or the queries.',
      severity: 'error',
      from: { path: '\\.(resolver|handlers|controller)\\.ts$' },
      to: { path: `^libs/(${DOMAINS})/src/store/` },
    },
    {
      name: 'typeorm-in-stores-only',
      severity: 'error',
      from: {
        path: ANY_PACKAGE,
        pathNot: [
          TEST,
          '^libs/[^/]+/src/store/',
          '^libs/platform/src/db/',
          '^libs/platform/src/platform\\.module\\.ts$',
        ],
      },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'registry-imports-domains',
      severity: 'error',
      from: { path: lib('registry'), pathNot: TEST },
      to: { path: ANY_PACKAGE, pathNot: lib(`registry|events|platform|${DOMAINS}`) },
    },
    {
      name: 'server-and-cli-import-registry-and-platform',
      severity: 'error',
      from: { path: '^apps/(server|cli)/', pathNot: TEST },
      to: {
        path: ANY_PACKAGE,
        pathNot: [
          '^libs/(registry|platform|kernel|events|proofs)/',
          '^libs/contracts/src/(certificate-file|sm2-verify)\\.ts$',
          '^apps/$1/',
        ],
      },
    },
    {
      name: 'portal-imports-no-server-code',
      comment: 'It knows the schema and nothing else, but for the offline check of a certificate.',
      severity: 'error',
      from: { path: '^apps/portal/src/' },
      to: {
        path: '^(libs|apps|scripts)/',
        pathNot: ['^apps/portal/', '^libs/contracts/src/(certificate-file|sm2-verify)\\.ts$'],
      },
    },
    {
      name: 'sealing-pages-import-proofs-alone',
      comment: 'What seals a bid is small enough to be read.',
      severity: 'error',
      from: { path: '^apps/portal/sealing/' },
      to: { path: '^(libs|apps|scripts)/', pathNot: ['^apps/portal/sealing/', '^libs/proofs/'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: ANY_PACKAGE, pathNot: [TEST, '^libs/testing/'] },
      to: { path: lib('testing') },
    },
    {
      name: 'shipped-code-imports-no-test',
      severity: 'error',
      from: { path: ANY_PACKAGE, pathNot: TEST },
      to: { path: TEST, pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist(\\.new)?/', 'apps/portal/src/gql/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
