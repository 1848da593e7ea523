import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  asOpeningRecord,
  commitmentOf,
  Fault,
  logFaults,
  type LogFault,
  type OpeningRecord,
} from '@jihui/proofs';
import { UsageError, type Command } from '../command.js';

/** What each fault means to whoever checks. */
const SAYS: Readonly<Record<LogFault['code'], string>> = {
  NO_HEADS: '没有日志摘要',
  HEAD_NOT_SIGNED: '日志摘要的签名不符',
  HEAD_MISSING: '日志摘要缺失，或属于其他榜单',
  HEADS_NOT_CHAINED: '日志摘要与前一份不相连',
  SEED_NOT_AS_COMMITTED: '种子与事先公布的承诺不符',
  ROOT_DIFFERS: '日志摘要与重新计算的不同：有投标被增加、删去或改动',
  SLOT_OUT_OF_ORDER: '投标的位置不按种子决定的次序',
  ADDED_AFTER_THE_END: '投标在最后一份摘要之后加入',
  OPENED_BUT_NOT_IN_LOG: '开启的投标不在日志中',
  IN_LOG_BUT_NOT_OPENED: '日志中的投标没有开启',
};

export const command: Command = {
  help: `jihui verify-bids FILE [SEALED...] [--key KEY]
  脱网核验开标：FILE 是公布的开标记录（JSON），由种子重新计算每一份日志摘要，核对没有投标被增加、删去或改动。
  SEALED    密封投标文件：核对其承诺值在开标记录中
  --key     投标时密封说明中的平台公钥（logKey）：核对开标记录用的是同一公钥
  退出码：0 一致，1 不一致
  Recomputes an opening: every head of the log, and that none was added or lost. Exit code 0 the same, 1 not.`,
  options: { key: { type: 'string' } },
  words: 1_000,
  async run(typed) {
    const [file, ...sealed] = typed.words;
    if (file === undefined) throw new UsageError('请写明开标记录文件');
    const record = await recordIn(file);
    const key = typed.text('key') ?? record.logKey;
    const faults = logFaults(record.log, key);
    for (const { code, at } of faults) console.error(`✗ ${SAYS[code]}：${at} (${code})`);
    const unlisted = listed(record);
    for (const commitment of unlisted) console.error(`✗ 开启的投标未列出单位，或列出的未开启：${commitment}`);
    const strange = await strangers(record, sealed);
    for (const path of strange) console.error(`✗ ${path} 不在开标记录中`);
    if (faults.length + unlisted.length + strange.length > 0) return 1;
    const { heads, opened } = record.log;
    console.log(`✓ ${record.code} 一致：${heads.length} 份日志摘要，${opened.length} 份投标 (the same)`);
    for (const { organisationName, commitment, fault } of record.bids)
      console.log(`  ${organisationName} ${commitment.slice(0, 16)} ${fault ?? '有效'}`);
    return 0;
  },
};

/** Commitments that stand in one of the two lists alone. */
function listed({ bids, log }: OpeningRecord): readonly string[] {
  const [named, opened] = [new Set(bids.map(({ commitment }) => commitment)), new Set(log.opened)];
  return [...new Set([...named, ...opened])].filter((one) => !named.has(one) || !opened.has(one));
}

async function strangers({ log }: OpeningRecord, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const commitment = await commitmentOf(createReadStream(path)).then(
      (sealed) => sealed.commitment,
      (fault: unknown) => {
        if (fault instanceof Fault) return '';
        throw fault;
      },
    );
    if (!log.opened.includes(commitment)) found.push(path);
  }
  return found;
}

async function recordIn(file: string): Promise<OpeningRecord> {
  const refused = new UsageError(`${file} 不是开标记录`);
  const value = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as unknown)
    .catch((error: unknown) => {
      throw error instanceof SyntaxError ? refused : error;
    });
  const record = asOpeningRecord(value);
  if (record === undefined) throw refused;
  return record;
}
