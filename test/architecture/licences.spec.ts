import { readFileSync } from 'node:fs';

interface Installed {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Installed>>;
};

/** What a city may run, change and pass on beside our own Apache-2.0. */
const OPEN = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]);

/** Packages that name no licence in their package.json, and where it stands. */
const UNNAMED: Readonly<Record<string, string>> = {
  'node_modules/png-js': 'MIT, in its file LICENSE',
  // exceljs → unzipper → binary: the reader of workbooks that we do not use (ours stands on yauzl and saxes).
  'node_modules/buffers': 'none that is stated; it comes with exceljs and is not called',
};

/** Under the Elastic licence, or federating by what is: nothing of it is installed, for development neither. */
const REFUSED = [
  '@apollo/gateway',
  '@apollo/federation-internals',
  '@apollo/subgraph',
  '@apollo/composition',
];

/** Of `A AND B` all must be open, of `A OR B` one: nothing here nests. */
function isOpen(licence: string): boolean {
  const [bare = ''] = /[^()]+/.exec(licence) ?? [];
  return bare.includes(' OR ')
    ? bare.split(' OR ').some((one) => OPEN.has(one))
    : bare.split(' AND ').every((one) => OPEN.has(one));
}

const served = Object.entries(packages).filter(([, { dev, link }]) => dev !== true && link !== true);

describe('what is installed for the product', () => {
  it('is a few hundred packages', () => expect(served.length).toBeGreaterThan(300));

  it('may be run, changed and passed on', () => {
    const closed = served
      .filter(([path]) => !(path in UNNAMED))
      .filter(([, { license }]) => license === undefined || !isOpen(license))
      .map(([path, { license }]) => `${path}: ${license ?? 'no licence'}`);
    expect(closed).toEqual([]);
  });

  it('has no exception that is none', () => {
    for (const path of Object.keys(UNNAMED)) {
      expect(packages).toHaveProperty([path]);
      expect(packages[path]?.license).toBeUndefined();
    }
  });

  it('holds nothing under the Elastic licence', () => {
    const found = Object.keys(packages).filter((path) =>
      REFUSED.some((name) => path.endsWith(`node_modules/${name}`)),
    );
    expect(found).toEqual([]);
  });

  it('reads a licence of several parts', () => {
    expect(['MIT AND OFL-1.1', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)'].map(isOpen)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['GPL-3.0', 'MIT AND GPL-3.0', '(GPL-3.0 OR SSPL-1.0)', 'Elastic-2.0'].map(isOpen)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
