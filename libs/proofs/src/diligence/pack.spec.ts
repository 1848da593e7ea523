import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { canonical } from '../bytes.js';
import { PACK_FILES, PACK_FORMAT, verifyPack } from './pack.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A history of three steps, two records and duties that rest on the first and the last. */
function aPack(): Map<string, Uint8Array> {
  let previousHash = '0'.repeat(64);
  const history = [1, 2, 3].map((seq) => {
    const entry = { seq, action: `step${seq}`, reason: '理由', previousHash };
    previousHash = sha256(canonical(entry));
    return { entry, hash: previousHash, person: '张三' };
  });
  const proofs = [history[0], history[2]].map((step) => ({ seq: step?.entry.seq, hash: step?.hash }));
  const texts: Readonly<Record<string, string>> = {
    'records/project.json': '{"code":"BD2026-0001-1"}',
    'records/changes.json': '[]',
    [PACK_FILES.duties]: JSON.stringify([{ duty: '签订任务书', steps: proofs }]),
    [PACK_FILES.history]: JSON.stringify(history),
  };
  const manifest = {
    format: PACK_FORMAT,
    project: { code: 'BD2026-0001-1', title: '法兰', state: 'SETTLED', version: 9 },
    history: { length: 3, head: previousHash },
    files: Object.entries(texts).map(([path, text]) => ({
      ...{ path, size: bytes(text).length, sha256: sha256(text) },
    })),
  };
  return new Map([
    ...Object.entries(texts).map(([path, text]) => [path, bytes(text)] as const),
    [PACK_FILES.manifest, bytes(JSON.stringify(manifest))],
    [PACK_FILES.report, bytes('%PDF')],
  ]);
}
const codes = (files: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  verifyPack(files).faults.map(({ code }) => code);
/** A file of the pack written anew, with the manifest to match: what only the chain and the proofs then show. */
function rewritten(path: string, change: (value: never) => unknown): Map<string, Uint8Array> {
  const pack = aPack();
  const text = JSON.stringify(change(JSON.parse(Buffer.from(pack.get(path) ?? []).toString()) as never));
  const manifest = JSON.parse(Buffer.from(pack.get(PACK_FILES.manifest) ?? []).toString()) as {
    files: { path: string; size: number; sha256: string }[];
  };
  const files = manifest.files.map((file) =>
    file.path === path ? { path, size: bytes(text).length, sha256: sha256(text) } : file,
  );
  return pack.set(path, bytes(text)).set(PACK_FILES.manifest, bytes(JSON.stringify({ ...manifest, files })));
}

it('finds nothing wrong with a pack as it was made, and says the hash that its report names', () => {
  const pack = aPack();
  const manifest = Buffer.from(pack.get(PACK_FILES.manifest) ?? []).toString();
  expect(verifyPack(pack)).toEqual({ faults: [], manifestSha256: sha256(manifest), files: 4, steps: 3 });
});

it('catches any bit that was changed in any file but the report, or gives another hash of the manifest', () => {
  const right = verifyPack(aPack()).manifestSha256;
  const paths = [...aPack().keys()].filter((path) => path !== PACK_FILES.report);
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 0, max: 7 }), (path, place, bit) => {
      const pack = aPack();
      const changed = Uint8Array.from(pack.get(path) ?? []);
      const at = place % changed.length;
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      const { faults, manifestSha256 } = verifyPack(pack.set(path, changed));
      expect(faults.length > 0 || manifestSha256 !== right).toBe(true);
    }),
  );
});

it('catches files that are missing or added, and what is no pack at all', () => {
  const without = aPack();
  without.delete('records/changes.json');
  expect(codes(without)).toEqual(['FILE_MISSING']);
  expect(codes(aPack().set('records/more.json', bytes('{}')))).toEqual(['FILE_UNKNOWN']);
  expect(codes(new Map())).toEqual(['NO_MANIFEST']);
  expect(codes(aPack().set(PACK_FILES.manifest, bytes('{')))).toEqual(['NO_MANIFEST']);
});

it('catches a history that was cut, reordered or rewritten under a manifest of its own, and a duty it does not prove', () => {
  type Steps = readonly { readonly entry: object }[];
  expect(codes(rewritten(PACK_FILES.history, (steps: Steps) => steps.slice(0, 2)))).toEqual([
    ...['HISTORY_DIFFERS', 'DUTY_UNPROVED'],
  ]);
  expect(codes(rewritten(PACK_FILES.history, (steps: Steps) => [...steps].reverse()))).toContain(
    'HISTORY_BROKEN',
  );
  const other = (steps: Steps) =>
    steps.map((step, at) => (at === 1 ? { ...step, entry: { ...step.entry, reason: '别的理由' } } : step));
  expect(codes(rewritten(PACK_FILES.history, other))).toEqual(['HISTORY_BROKEN']);
  const claimed = [{ duty: '考核', steps: [{ seq: 2, hash: 'f'.repeat(64) }] }];
  expect(codes(rewritten(PACK_FILES.duties, () => claimed))).toEqual(['DUTY_UNPROVED']);
});
