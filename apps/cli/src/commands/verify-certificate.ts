import { readFile } from 'node:fs/promises';
import { legalDayOf } from '@jihui/kernel';
import {
  ENDINGS,
  REFUSALS,
  statusIn,
  verifyCertificateFile,
  verifyList,
  verifyToken,
  type CertificatePublicKey,
  type FileVerdict,
  type StatusList,
  type TokenVerdict,
  type Trust,
} from '@jihui/contracts/certificate';
import { UsageError, type Command } from '../command.js';

/** Exit codes: a script need not read Chinese. */
const GENUINE = 0;
const NOT_GENUINE = 1;
const NO_LONGER_STANDS = 2;

export const command: Command = {
  help: `jihui verify-certificate FILE [--keys FILE] [--revocations FILE]
  脱网核验登记证明：FILE 是证明的 PDF 原件，或存有二维码文字的文本文件。不连接服务器，也不连接数据库。
  --keys FILE         登记机构公布的公钥（/.well-known/jihui-certificate-keys.json），缺省为当前目录的 jihui-certificate-keys.json
  --revocations FILE  签名的状态清单（/.well-known/jihui-certificate-status.json），缺省为当前目录的 jihui-certificate-status.json；没有时只核验真伪
  退出码：0 真实且有效，1 不真实，2 真实但已换发、注销或撤销
  Verifies a certificate offline: its original PDF, or a text file holding what the QR code says. Exit code 0
  genuine and standing, 1 not genuine, 2 genuine but superseded, cancelled or revoked.`,
  options: { keys: { type: 'string' }, revocations: { type: 'string' } },
  async run(typed) {
    const [file] = typed.words;
    if (file === undefined) throw new UsageError('请写明要核验的文件');
    const trust = await trustIn(typed.text('keys') ?? 'jihui-certificate-keys.json');
    const verdict = await verdictOn(await readFile(file), trust);
    if (!verdict.genuine) {
      console.error(`✗ 未通过核验：${REFUSALS[verdict.refusal]} (${verdict.refusal})`);
      return NOT_GENUINE;
    }
    tell(verdict);
    return status(verdict, typed.text('revocations'), trust);
  },
};

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} 不是 JSON 文件`);
    throw error;
  }
}

async function trustIn(file: string): Promise<Trust> {
  const { keys } = ((await json(file)) ?? {}) as { readonly keys?: readonly CertificatePublicKey[] };
  if (!Array.isArray(keys)) throw new UsageError(`${file} 不是公钥清单`);
  const published = keys as readonly CertificatePublicKey[];
  if (!published.some(({ crv }) => crv === 'SM2')) return { keys: published };
  const { sm2Verify } = await import('@jihui/contracts/sm2');
  return { keys: published, sm2: sm2Verify };
}

const verdictOn = (bytes: Buffer, trust: Trust): Promise<FileVerdict | TokenVerdict> =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-'
    ? verifyCertificateFile(new Uint8Array(bytes), trust)
    : verifyToken(bytes.toString('utf8').slice(0, 10_000), trust);

type Genuine = Extract<FileVerdict | TokenVerdict, { genuine: true }>;

function tell(verdict: Genuine): void {
  const { payload, sm2 } = verdict;
  console.log('✓ 真实，与出具时一致 (genuine as issued)');
  console.log(`  登记编号 ${payload.number}，第 ${payload.version} 版，合同类别 ${payload.class}`);
  console.log(`  登记机构 ${payload.registry}，登记日期 ${payload.date}，出具日期 ${payload.issued}`);
  if (sm2 !== null) console.log(`  国密签名 (SM2) ${sm2 === 'VALID' ? '相符' : '未核验'}`);
  if ('facts' in verdict) {
    const { facts } = verdict;
    console.log(`  项目名称 ${facts.title}`);
    console.log(`  卖方 ${facts.sellers.join('；')}，买方 ${facts.buyers.join('；')}`);
  }
}

/** The default list need not be there; one that was named must. */
async function listIn(named: string | undefined, trust: Trust): Promise<StatusList | null> {
  const file = named ?? 'jihui-certificate-status.json';
  const value = await json(file).catch((error: unknown) => {
    if (named === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (value === null) return null;
  const verdict = await verifyList(value, trust);
  if (verdict.genuine) return verdict.list;
  throw new UsageError(`状态清单 ${file} 未通过核验：${REFUSALS[verdict.refusal]}`);
}

async function status({ payload }: Genuine, named: string | undefined, trust: Trust): Promise<number> {
  const list = await listIn(named, trust);
  if (list === null) {
    console.log('  未提供状态清单：其后是否换发、注销或撤销，未核验 (status not checked)');
    return GENUINE;
  }
  const { status: found, since } = statusIn(list, payload);
  const says = `状态以 ${list.day} 签名的状态清单（第 ${list.sequence} 号）为准 (status as of the signed list of ${list.day})`;
  if (list.nextBy < legalDayOf(new Date()))
    console.log(`  注意：${list.nextBy} 起应有更新的清单，请取最新的一份`);
  switch (found) {
    case 'VALID':
      console.log(`✓ 有效；${says}`);
      return GENUINE;
    case 'UNKNOWN':
      console.log(`  清单早于证明的出具日期，状态未知；${says}`);
      return GENUINE;
    case 'SUPERSEDED':
    case 'CANCELLED':
    case 'REVOKED':
      console.error(`✗ ${ENDINGS[found]}（${since ?? ''}）；${says}`);
      return NO_LONGER_STANDS;
  }
}
