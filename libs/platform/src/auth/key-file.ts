import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';

/**
 * 32 random bytes outside the database, `<dataDir>/keys/<name>.key`, made by whichever process asks first; processes that
 * share a database share the file.
 */
export function keyFile({ dataDir }: Pick<Config, 'dataDir'>, name: string): Buffer {
  const directory = join(dataDir, 'keys');
  const file = join(directory, `${name}.key`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    // 'wx' lets exactly one of several starting processes make the key.
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`${file} 不是有效的密钥（应为32字节），请从备份恢复`);
  return key;
}
