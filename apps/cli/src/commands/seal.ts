import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asInstructions, Fault, sealBid, type BidFile, type SealingInstructions } from '@jihui/proofs';
import { UsageError, type Command } from '../command.js';
import { withConsortium } from '../consortium.js';

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const command: Command = {
  help: `jihui seal FILE... --instructions FILE --bidder ID --form FILE --out FILE [--agreement FILE] [--confirmations FOLDER]
  脱网密封揭榜方案，与网页所做的相同：不连接服务器，不信任服务器给出的网页。
  --instructions  榜单页下载的密封说明（JSON）：榜单、轮次、保管人公钥
  --bidder        本单位在平台上的编号
  --form          揭榜方案的表单（JSON）
  --out           密封投标写到的文件；随后在榜单页选择该文件上传
  --agreement     联合体协议，密封为第一个附件；各条款的位置写在表单的 agreement.clauses
  --confirmations 成员确认文件所在的文件夹，逐份核对榜单、轮次、牵头单位、协议和签名，不符的不密封；
                  不写的，取表单中已有的成员确认，还有成员没有确认的不密封
  FILE            方案的附件，按顺序
  Seals a bid without the server. Prints the commitment (承诺值), which the receipt must show.`,
  options: {
    instructions: { type: 'string' },
    bidder: { type: 'string' },
    form: { type: 'string' },
    out: { type: 'string' },
    agreement: { type: 'string' },
    confirmations: { type: 'string' },
  },
  words: 100,
  async run(typed) {
    const [instructions, bidder, form, out] = (['instructions', 'bidder', 'form', 'out'] as const).map(
      (name) => {
        const text = typed.text(name);
        if (text === undefined) throw new UsageError(`请写明 --${name}`);
        return text;
      },
    ) as [string, string, string, string];
    if (!UUID.test(bidder)) throw new UsageError('--bidder 应为单位编号（UUID）');
    const said = await instructionsIn(instructions);
    const agreement = typed.text('agreement');
    const attached = agreement === undefined ? typed.words : [agreement, ...typed.words];
    const files = await Promise.all(attached.map(fileAt));
    const consortium = await withConsortium({
      ...{ instructions: said, bidder, form: await jsonIn(form), agreement },
      confirmations: typed.text('confirmations'),
    });
    const { call, round, custodians, threshold } = said;
    const bid = await sealBid({
      call,
      round,
      bidder,
      custodians,
      threshold,
      form: consortium.form,
      files,
    });
    await pipeline(Readable.from(bid.bytes), createWriteStream(out, { flags: 'wx', mode: 0o600 })).catch(
      async (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST')
          throw new UsageError(`${out} 已经存在，不会覆盖`);
        await rm(out, { force: true });
        throw error;
      },
    );
    console.log(`✓ ${said.code} ${said.title}：已密封到 ${out} (sealed)`);
    console.log(`  承诺值 (commitment) ${bid.commitment()}`);
    for (const name of consortium.unconfirmed) console.log(`  ${name} 没有成员确认 (not confirmed)`);
    return 0;
  },
};

async function fileAt(path: string): Promise<BidFile> {
  const { size } = await stat(path);
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { name: basename(path), type, size, read: () => createReadStream(path) };
}

async function instructionsIn(path: string): Promise<SealingInstructions> {
  try {
    return asInstructions(await jsonIn(path));
  } catch (error) {
    if (error instanceof Fault) throw new UsageError(`${path} ${error.message}`);
    throw error;
  }
}

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${path} 不是 JSON`);
  }
}
