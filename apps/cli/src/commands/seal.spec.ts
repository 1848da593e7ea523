import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blindStatement, commitmentOf, openBid, signConfirmation, verifyingKey } from '@jihui/proofs';
import { aBoard, CALL, released } from '../../../../libs/proofs/test/bids.js';
import { aRecord } from '../../../../libs/proofs/test/records.js';
import { aTerminal } from '../../test/terminal.js';
import { UsageError } from '../command.js';
import { command as seal } from './seal.js';
import { command as verifyBids } from './verify-bids.js';

const BIDDER = '019ad000-0000-7000-8000-00000000000a';
const terminal = aTerminal();
const { said, put, run } = terminal;

async function sealedBy(board: Awaited<ReturnType<typeof aBoard>>): Promise<string> {
  const out = join(terminal.folder, 'bid.jhsb');
  const { custodians, threshold } = board;
  const instructions = put('sealing.json', {
    ...{ format: 'jihui-sealing/1', call: CALL, code: 'BD2026-0001', title: '控温锻造', round: 1 },
    ...{ threshold, custodians, logKey: '1'.repeat(64), seedCommitment: '2'.repeat(64) },
  });
  const options = { instructions, bidder: BIDDER, form: put('form.json', { route: '等温锻造' }), out };
  expect(await run(seal, [put('方案.pdf', Buffer.alloc(70_000, 7))], options)).toBe(0);
  return out;
}

it('seals without a server what the custodians can open', async () => {
  const board = await aBoard(3, 2);
  const bytes = readFileSync(await sealedBy(board));
  const { commitment, head } = await commitmentOf([bytes]);
  expect(said.join('\n')).toContain(commitment);
  const shares = await released(board, head, [0, 2]);
  const { manifest } = await openBid([bytes], shares, BIDDER, { bytes: () => undefined });
  expect(manifest).toMatchObject({
    form: { route: '等温锻造' },
    files: [{ name: '方案.pdf', type: 'application/pdf', size: 70_000 }],
  });
});

describe('a consortium', () => {
  const key = new Uint8Array(32).fill(7);
  const agreement = Buffer.from('%PDF-1.4 联合体协议');
  const statement = {
    ...{ call: CALL, round: 1, lead: BIDDER, salt: 'cd'.repeat(32) },
    agreement: createHash('sha256').update(agreement).digest('hex'),
  };
  const confirmed = (change: Partial<typeof statement> = {}, organisationName = '研究院') => {
    const said = { ...statement, ...change };
    const body = { organisation: 'm', organisationName, by: 'p', day: '2026-11-20' };
    return { ...signConfirmation({ ...body, blinded: blindStatement(said) }, key), statement: said };
  };

  async function options(confirmations: readonly object[]): Promise<Readonly<Record<string, string>>> {
    const { custodians, threshold } = await aBoard(2, 2);
    const folder = join(terminal.folder, 'confirmations');
    mkdirSync(folder, { recursive: true });
    for (const [at, one] of confirmations.entries()) put(`confirmations/${at}.json`, one);
    const members = ['工大', '研究院', '锻压公司'].map((name) => ({ name, work: '', money: '', ip: '' }));
    return {
      instructions: put('sealing.json', {
        ...{ format: 'jihui-sealing/1', call: CALL, code: 'BD2026-0001', title: '控温锻造', round: 1 },
        ...{ threshold, custodians, logKey: verifyingKey(key), seedCommitment: '2'.repeat(64) },
      }),
      form: put('form.json', { members, agreement: { clauses: { tasks: '第二条' } } }),
      ...{ bidder: BIDDER, out: join(terminal.folder, 'bid.jhsb'), confirmations: folder },
      agreement: put('协议.pdf', agreement),
    };
  }

  it('is sealed with its agreement and what its members confirmed, and says who has not', async () => {
    const typed = await options([confirmed()]);
    expect(await run(seal, [], typed)).toBe(0);
    expect(said.join('\n')).toContain('锻压公司 没有成员确认');
    expect(said.join('\n')).not.toContain('研究院 没有成员确认');
    expect(said.join('\n')).not.toContain('工大 没有成员确认');
  });

  it('takes what its form brings along, and is not sealed where the confirmations were forgotten', async () => {
    const { confirmations: _, ...typed } = await options([]);
    const members = ['工大', '研究院', '锻压公司'].map((name) => ({ name, work: '', money: '', ip: '' }));
    const formOf = (...given: readonly unknown[]) =>
      put('form.json', { members: members.map((one, at) => ({ ...one, confirmation: given[at] ?? null })) });
    await expect(run(seal, [], { ...typed, form: formOf() })).rejects.toThrow(
      '研究院、锻压公司 没有成员确认：请写明 --confirmations',
    );
    await expect(run(seal, [], { ...typed, form: formOf(null, confirmed()) })).rejects.toThrow(
      '锻压公司 没有成员确认',
    );
    await expect(
      run(seal, [], { ...typed, form: formOf(null, confirmed({ lead: 'x' }), confirmed({}, '锻压公司')) }),
    ).rejects.toThrow('表单 members.1 确认的牵头单位不是');
    await expect(run(seal, [], { ...typed, form: formOf(null, { any: 1 }) })).rejects.toThrow('无法读取');
    expect(existsSync(typed['out'] ?? '')).toBe(false);
    const both = formOf(null, confirmed(), confirmed({}, '锻压公司'));
    expect(await run(seal, [], { ...typed, form: both })).toBe(0);
    expect(said.join('\n')).not.toContain('没有成员确认');
  });

  it('is not sealed with a confirmation that does not fit, and says of each file why', async () => {
    const typed = await options([
      ...[confirmed({ call: 'other' }), confirmed({ round: 2 }), confirmed({ lead: 'x' })],
      ...[
        confirmed({ agreement: 'ef'.repeat(32) }),
        confirmed({}, '第三家'),
        { ...confirmed(), day: '2026-11-19' },
      ],
    ]);
    const refused = run(seal, [], typed);
    await expect(refused).rejects.toThrow(UsageError);
    const message = await refused.catch((error: unknown) => (error as Error).message);
    const lines = [
      'other call',
      'other round',
      'other lead',
      'other agreement',
      'no such member',
      'not signed',
    ];
    expect(String(message).split('\n')).toEqual(
      lines.map((line, at): unknown => expect.stringMatching(new RegExp(`^${at}\\.json .*${line}`))),
    );
    expect(existsSync(typed['out'] ?? '')).toBe(false);
    await expect(run(seal, [], await options([{ anything: 1 }]))).rejects.toThrow('不是成员确认文件');
  });
});

it('writes over nothing, and says what is missing', async () => {
  const out = await sealedBy(await aBoard(2, 2));
  const before = readFileSync(out);
  const options = {
    instructions: join(terminal.folder, 'sealing.json'),
    bidder: BIDDER,
    form: join(terminal.folder, 'form.json'),
    out,
  };
  await expect(run(seal, [], options)).rejects.toThrow(UsageError);
  expect(Buffer.compare(readFileSync(out), before)).toBe(0);
  await expect(run(seal, [], {})).rejects.toThrow('--instructions');
  await expect(run(seal, [], { ...options, bidder: '甲' })).rejects.toThrow(UsageError);
  await expect(run(seal, [], { ...options, instructions: put('no.json', {}) })).rejects.toThrow(UsageError);
});

it('verifies an opening, and names a bid that is not in it, one that was added and another key', async () => {
  const board = await aBoard(2, 2);
  const path = await sealedBy(board);
  const { commitment } = await commitmentOf([readFileSync(path)]);
  const record = aRecord([commitment, 'a'.repeat(64)]);
  said.length = 0;
  expect(await run(verifyBids, [put('record.json', record), path])).toBe(0);
  expect(said[0]).toContain('✓ BD2026-0001 一致');
  expect(said).toHaveLength(3);

  expect(await run(verifyBids, [put('record.json', aRecord(['b'.repeat(64)])), path])).toBe(1);
  expect(said.join('\n')).toContain('bid.jhsb 不在开标记录中');
  const added = { ...record, bids: [...record.bids, { ...record.bids[0]!, commitment: 'c'.repeat(64) }] };
  expect(await run(verifyBids, [put('record.json', added)])).toBe(1);
  expect(await run(verifyBids, [put('record.json', record)], { key: '3'.repeat(64) })).toBe(1);
  expect(said.join('\n')).toContain('HEAD_NOT_SIGNED');
  await expect(run(verifyBids, [put('record.json', '{}')])).rejects.toThrow(UsageError);
});
