import { readFile } from 'node:fs/promises';
import { verifyPack, type PackFault } from '@jihui/proofs';
import { unzipped } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';

/** What each fault means to whoever checks. */
const SAYS: Readonly<Record<PackFault['code'], string>> = {
  NO_MANIFEST: '没有清单 manifest.json，或不是尽职材料包',
  FILE_MISSING: '清单中的文件不在包内',
  FILE_CHANGED: '文件与清单中的哈希不符',
  FILE_UNKNOWN: '包内有清单没有列出的文件',
  HISTORY_BROKEN: '办理记录的哈希链在此步断开',
  HISTORY_DIFFERS: '办理记录的步数或末步哈希与清单不符',
  DUTY_UNPROVED: '义务所引的步骤不在办理记录中',
};

/** Above what a project's files may come to, with its records. */
const MOST_BYTES = 1024 * 1024 * 1024;

export const command: Command = {
  help: `jihui verify-diligence FILE
  脱网核验尽职材料包（ZIP）：逐个比对文件的哈希，重新计算办理记录的哈希链。打印的清单哈希应与 PDF 中的相同。
  退出码：0 一致，1 不一致
  Checks a pack of due diligence offline: the hash of every file and the chain of its history. Exit code 0 the same, 1 not the same.`,
  async run(typed) {
    const [file] = typed.words;
    if (file === undefined) throw new UsageError('请写明尽职材料包');
    const parts = unzipped(await readFile(file), MOST_BYTES);
    if (parts === undefined) throw new UsageError(`${file} 不是 ZIP 文件，或解开后过大`);
    const { faults, manifestSha256, files, steps } = verifyPack(parts);
    for (const { code, at } of faults) console.error(`✗ ${SAYS[code]}：${at} (${code})`);
    if (faults.length > 0) return 1;
    console.log(`✓ 一致：${files} 个文件，${steps} 步办理记录 (the same)`);
    console.log(`  manifest.json 的 SHA-256：${manifestSha256}`);
    return 0;
  },
};
