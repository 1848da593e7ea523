import { sha256 } from '@noble/hashes/sha2.js';
import { canonical, hex, text, utf8 } from '../bytes.js';

/** What a pack of due diligence (尽职材料) may have wrong; each is found by recomputing. */
export interface PackFault {
  readonly code:
    | 'NO_MANIFEST'
    | 'FILE_MISSING'
    | 'FILE_CHANGED'
    | 'FILE_UNKNOWN'
    | 'HISTORY_BROKEN'
    | 'HISTORY_DIFFERS'
    | 'DUTY_UNPROVED';
  /** The file, the step of the history or the duty. */
  readonly at: string;
}

export interface PackVerdict {
  readonly faults: readonly PackFault[];
  /** What the report in the pack must name; empty where there is no manifest. */
  readonly manifestSha256: string;
  readonly files: number;
  readonly steps: number;
}

/** manifest.json: every file of the pack but itself and the report, which names its hash. */
export interface PackManifest {
  readonly format: 'jihui-diligence/1';
  readonly project: {
    readonly code: string;
    readonly title: string;
    readonly state: string;
    readonly version: number;
  };
  /** Where the history ends: this pack is of that moment. */
  readonly history: { readonly length: number; readonly head: string };
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/** A step of the history: what is hashed, its hash, and the name of who did it. */
export interface PackStep {
  readonly entry: { readonly seq: number; readonly previousHash: string };
  readonly hash: string;
}

export const PACK_FORMAT = 'jihui-diligence/1';
export const PACK_FILES = {
  manifest: 'manifest.json',
  history: 'history.json',
  duties: 'duties.json',
  report: '尽职材料.pdf',
} as const;

const GENESIS = '0'.repeat(64);
const hashOf = (bytes: Uint8Array): string => hex(sha256(bytes));

/**
 * Checks a pack without the platform: every file is as the manifest says and none beside them, the history is an unbroken
 * chain that ends where the manifest says, and each step that proves a duty stands in it.
 */
export function verifyPack(files: ReadonlyMap<string, Uint8Array>): PackVerdict {
  const bytes = files.get(PACK_FILES.manifest);
  const manifest = bytes && parsed(bytes);
  if (bytes === undefined || !isManifest(manifest))
    return {
      ...{ faults: [{ code: 'NO_MANIFEST', at: PACK_FILES.manifest }], manifestSha256: '' },
      ...{ files: 0, steps: 0 },
    };
  const steps = listIn<PackStep>(files.get(PACK_FILES.history));
  const changed = fileFaults(manifest, files);
  return {
    // A file that is not what the manifest says may hold anything: what stands in it proves nothing.
    faults:
      changed.length > 0
        ? changed
        : [...historyFaults(manifest, steps), ...dutyFaults(listIn(files.get(PACK_FILES.duties)), steps)],
    manifestSha256: hashOf(bytes),
    files: manifest.files.length,
    steps: steps.length,
  };
}

const isManifest = (value: unknown): value is PackManifest => {
  const { format, history, files } = (value ?? {}) as Partial<PackManifest>;
  const isFile = (file: unknown): boolean => typeof (file as { path?: unknown } | null)?.path === 'string';
  return (
    format === PACK_FORMAT && typeof history?.head === 'string' && Array.isArray(files) && files.every(isFile)
  );
};

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes));
  } catch {
    return undefined;
  }
}

function listIn<T>(bytes: Uint8Array | undefined): readonly T[] {
  const value = bytes && parsed(bytes);
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

function fileFaults(manifest: PackManifest, files: ReadonlyMap<string, Uint8Array>): readonly PackFault[] {
  const named = new Set<string>([PACK_FILES.manifest, PACK_FILES.report]);
  const faults: PackFault[] = [];
  for (const { path, size, sha256: expected } of manifest.files) {
    named.add(path);
    const bytes = files.get(path);
    if (bytes === undefined) faults.push({ code: 'FILE_MISSING', at: path });
    else if (bytes.length !== size || hashOf(bytes) !== expected)
      faults.push({ code: 'FILE_CHANGED', at: path });
  }
  for (const path of files.keys()) if (!named.has(path)) faults.push({ code: 'FILE_UNKNOWN', at: path });
  return faults;
}

function historyFaults({ history }: PackManifest, steps: readonly PackStep[]): readonly PackFault[] {
  const faults: PackFault[] = [];
  let previous = GENESIS;
  for (const [at, { entry, hash }] of steps.entries()) {
    const right =
      entry.seq === at + 1 && entry.previousHash === previous && hashOf(utf8(canonical(entry))) === hash;
    if (!right) faults.push({ code: 'HISTORY_BROKEN', at: String(at + 1) });
    previous = hash;
  }
  if (steps.length !== history.length || previous !== history.head)
    faults.push({ code: 'HISTORY_DIFFERS', at: String(steps.length) });
  return faults;
}

interface ProvedDuty {
  readonly duty: string;
  readonly steps: readonly { readonly seq: number; readonly hash: string }[];
}

const dutyFaults = (duties: readonly ProvedDuty[], steps: readonly PackStep[]): readonly PackFault[] =>
  duties.flatMap(({ duty, steps: proofs }) =>
    proofs.every(({ seq, hash }) => steps[seq - 1]?.hash === hash)
      ? []
      : [{ code: 'DUTY_UNPROVED' as const, at: duty }],
  );
