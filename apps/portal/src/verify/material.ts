import { useCallback, useEffect, useState } from 'react';
import {
  verifyList,
  type CertificatePublicKey,
  type StatusList,
  type Trust,
} from '@jihui/contracts/certificate';

/** Where the registry publishes what a check needs. */
export const KEYS_ADDRESS = '/.well-known/jihui-certificate-keys.json';
export const LIST_ADDRESS = '/.well-known/jihui-certificate-status.json';

/** What a check needs: taken once when the page opens, or from files; after that no network is needed. */
export interface Material {
  readonly trust: Trust | null;
  readonly list: StatusList | null;
  /** What is missing, or was refused. */
  readonly problem: 'KEYS' | 'KEYS_FILE' | 'LIST_FILE' | null;
  readonly loading: boolean;
}

async function json(source: string | File): Promise<unknown> {
  if (source instanceof File) return JSON.parse(await source.text());
  const response = await fetch(source);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

async function trustFrom(source: string | File): Promise<Trust | null> {
  const found = (await json(source)) as { readonly keys?: unknown } | null;
  if (!Array.isArray(found?.keys)) return null;
  const keys = found.keys as readonly CertificatePublicKey[];
  if (!keys.some(({ crv }) => crv === 'SM2')) return { keys };
  return { keys, sm2: (await import('@jihui/contracts/sm2')).sm2Verify };
}

async function listFrom(source: string | File, trust: Trust): Promise<StatusList | null> {
  const verdict = await verifyList(await json(source), trust);
  return verdict.genuine ? verdict.list : null;
}

const orNull = <T>(asked: Promise<T | null>): Promise<T | null> => asked.catch(() => null);

export function useMaterial(): Material & {
  takeKeys: (file: File) => Promise<void>;
  takeList: (file: File) => Promise<void>;
} {
  const [material, setMaterial] = useState<Material>({
    trust: null,
    list: null,
    problem: null,
    loading: true,
  });
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      // The decoder is fetched now, so that an image can be read when the network has gone.
      void import('./qrImage.js').catch(() => undefined);
      const trust = await orNull(trustFrom(KEYS_ADDRESS));
      const list = trust && (await orNull(listFrom(LIST_ADDRESS, trust)));
      if (!gone) setMaterial({ trust, list, problem: trust ? null : 'KEYS', loading: false });
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  const takeKeys = useCallback(async (file: File) => {
    const trust = await orNull(trustFrom(file));
    // A list that the page fetched was signed by other keys: it goes with them.
    setMaterial((so) =>
      trust ? { ...so, trust, list: null, problem: null } : { ...so, problem: 'KEYS_FILE' },
    );
  }, []);
  const { trust: trusted } = material;
  const takeList = useCallback(
    async (file: File) => {
      const list = trusted && (await orNull(listFrom(file, trusted)));
      setMaterial((so) => (list ? { ...so, list, problem: null } : { ...so, problem: 'LIST_FILE' }));
    },
    [trusted],
  );
  return { ...material, takeKeys, takeList };
}
