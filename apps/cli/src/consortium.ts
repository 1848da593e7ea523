import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  asConfirmation,
  confirmationFaults,
  hashOfPieces,
  type ConfirmationFault,
  type MemberConfirmation,
  type SealingInstructions,
} from '@jihui/proofs';
import { UsageError } from './command.js';

const WORDS: { readonly [fault in ConfirmationFault]: string } = {
  NOT_SIGNED: '不是该平台签发的，或被改动过 (not signed)',
  OTHER_MEMBER: '表单的成员中没有该单位 (no such member in the form)',
  OTHER_CALL: '是为其他榜单确认的 (other call)',
  OTHER_ROUND: '是为其他轮次确认的 (other round)',
  OTHER_LEAD: '确认的牵头单位不是 --bidder (other lead)',
  OTHER_AGREEMENT: '确认的协议不是 --agreement (other agreement)',
  LATE: '晚于提交 (late)',
};

type Form = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Form =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export interface Consortium {
  readonly instructions: SealingInstructions;
  readonly bidder: string;
  readonly form: unknown;
  /** The agreement's file. */
  readonly agreement: string | undefined;
  /** A folder with the members' confirmations (*.json). */
  readonly confirmations: string | undefined;
}

/**
 * The form with the agreement's hash and each member's confirmation in it, checked as the page checks them.
 * @throws UsageError saying of each confirmation what does not fit
 */
export async function withConsortium(asked: Consortium): Promise<{
  readonly form: unknown;
  /** Members that have not confirmed, without the lead. */
  readonly unconfirmed: readonly string[];
}> {
  const { agreement, confirmations } = asked;
  if (agreement === undefined && confirmations === undefined) return { form: asked.form, unconfirmed: [] };
  const form = recordOf(asked.form);
  const members = Array.isArray(form['members']) ? form['members'].map(recordOf) : [];
  const names = members.map(({ name }) => (typeof name === 'string' ? name.trim() : ''));
  const sha256 = agreement === undefined ? null : (await hashOfPieces(createReadStream(agreement))).sha256;
  const given = confirmations === undefined ? standingIn(members, names) : await filesIn(confirmations);
  const wrong = [...given].flatMap(([file, confirmation]) =>
    faultsOf(asked, names, sha256, confirmation).map((fault) => `${file} ${WORDS[fault]}`),
  );
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  const of = new Map([...given.values()].map((one) => [one.organisationName, one]));
  const unconfirmed = names.slice(1).filter((name) => !of.has(name));
  // A folder that was forgotten is not a consortium that has not confirmed: it costs the bid its members' word.
  if (confirmations === undefined && unconfirmed.length > 0)
    throw new UsageError(
      `${unconfirmed.join('、')} 没有成员确认：请写明 --confirmations（确实没有的，写一个空文件夹）(confirmations missing)`,
    );
  return {
    form: {
      ...form,
      ...(sha256 === null ? {} : { agreement: { ...recordOf(form['agreement']), sha256 } }),
      members: members.map((member, at) => ({ ...member, confirmation: of.get(names[at] ?? '') ?? null })),
    },
    unconfirmed,
  };
}

function faultsOf(
  { instructions: { call, round, logKey }, bidder }: Consortium,
  names: readonly string[],
  agreement: string | null,
  confirmation: MemberConfirmation,
): readonly ConfirmationFault[] {
  const member = names.slice(1).find((name) => name === confirmation.organisationName) ?? '';
  const fit = { member, call, round, lead: bidder, agreement, until: null, publicKey: logKey };
  return confirmationFaults(confirmation, fit);
}

/** Those that the form brings along, by where they stand in it. */
function standingIn(
  members: readonly Form[],
  names: readonly string[],
): ReadonlyMap<string, MemberConfirmation> {
  const found = members.flatMap((member, at) => {
    const given = member['confirmation'];
    if (given === undefined || given === null) return [];
    const confirmation = asConfirmation(given);
    if (confirmation === null) throw new UsageError(`表单中 ${names[at] ?? ''} 的成员确认无法读取`);
    return [[`表单 members.${at}`, confirmation] as const];
  });
  return new Map(found);
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, MemberConfirmation>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(
    files.map(async (name) => {
      const confirmation = asConfirmation(parsed(await readFile(join(folder, name), 'utf8')));
      if (confirmation === null) throw new UsageError(`${name} 不是成员确认文件`);
      return [name, confirmation] as const;
    }),
  );
  return new Map(read);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
