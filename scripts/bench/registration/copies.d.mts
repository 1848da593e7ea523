import type pg from 'pg';

export function copyContracts(
  client: pg.Client,
  state: string,
  count: number,
): Promise<{ id: string; expectedVersion: number }[]>;
