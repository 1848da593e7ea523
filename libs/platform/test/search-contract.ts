import { Finder, aDocument, VISITOR, type Contract } from './search-contract/finder.js';
import { breadth } from './search-contract/breadth.js';
import { filtering } from './search-contract/filtering.js';
import { finding } from './search-contract/finding.js';
import { keeping } from './search-contract/keeping.js';
import { limits } from './search-contract/limits.js';
import { ordering } from './search-contract/ordering.js';
import { visibility } from './search-contract/visibility.js';

/** What the product asks of search, subject by subject. */
const SUBJECTS: Readonly<Record<string, (world: Contract) => void>> = {
  'what is found': finding,
  'how broadly': breadth,
  'in which order': ordering,
  'under which filters': filtering,
  'by whom': visibility,
  'what is kept': keeping,
  'within which limits': limits,
};

/** The same of every engine. */
export function contract(
  engine: string,
  open: () => Promise<{ settings: Record<string, string>; leave: () => Promise<void> }>,
): void {
  let finder: Finder;
  let leave: () => Promise<void>;
  let number = 0;
  const world: Contract = {
    get finder() {
      return finder;
    },
    get type() {
      return `thing${number}`;
    },
    put: (...given) => finder.put(...given.map((one) => aDocument({ type: world.type, ...one }))),
    find: (text, request = {}) => finder.titles(text, { types: [world.type], ...request }),
    ask: (text, request = {}) =>
      finder.search.ask({ types: [world.type], text, viewer: VISITOR, ...request }),
  };

  beforeAll(async () => {
    const opened = await open();
    leave = opened.leave;
    finder = await Finder.open(engine, opened.settings);
  }, 120_000);
  beforeEach(() => {
    number += 1;
  });
  afterAll(async () => {
    await finder?.app.close();
    await leave?.();
  });

  for (const [subject, tests] of Object.entries(SUBJECTS)) describe(subject, () => tests(world));
}
