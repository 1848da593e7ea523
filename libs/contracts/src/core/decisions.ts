import { cleanText, isCode, REFUSAL_GROUNDS, say, Violations, type Violation } from '@jihui/kernel';
import type { Deficiency } from './contract.js';
import { ContractCodes } from './errors.js';

const OPINION = { max: 2_000 } as const;

/** What somebody wrote as it is stored, and what is wrong with it. */
export interface Said {
  readonly text: string;
  readonly wrong: readonly Violation[];
}

/** Reads an opinion, a statement or a reason, which must be there. */
export function said(path: string, label: string, written: string, max: number = OPINION.max): Said {
  const text = cleanText(written);
  return { text, wrong: new Violations().text(path, label, text, { max }).found };
}

/** Reads a reviewer's opinion. */
export const opinionIn = ({ opinion }: { readonly opinion: string }): Said =>
  said('opinion', '审查意见', opinion);

/** Reads a refusal: it cites grounds of the list and says why (reference A3). */
export function refusalIn(input: {
  readonly opinion: string;
  readonly grounds: readonly string[];
}): Said & { readonly grounds: readonly string[] } {
  const { text, wrong } = opinionIn(input);
  const grounds = [...new Set(input.grounds)];
  return { text, grounds, wrong: [...groundViolations(grounds), ...wrong] };
}

function groundViolations(grounds: readonly string[]): readonly Violation[] {
  const found = new Violations();
  if (grounds.length === 0)
    found.add('grounds', ContractCodes.GROUNDS_MISSING, '请至少选择一项不予登记的理由');
  grounds.forEach((ground, index) =>
    found.when(!isCode(REFUSAL_GROUNDS, ground), `grounds.${index}`, 'UNKNOWN_CODE', '请从列表中选择理由'),
  );
  return found.found;
}

/** Deficiencies as they are stored. */
export const cleanDeficiencies = (
  deficiencies: readonly {
    readonly path: string;
    readonly message: string;
    readonly article?: string | null;
    readonly lateReason?: string | null;
  }[],
): readonly Deficiency[] =>
  deficiencies.map(({ path, message, article, lateReason }) => ({
    path: cleanText(path),
    message: cleanText(message),
    article: article ? cleanText(article) : null,
    ...(lateReason ? { lateReason: cleanText(lateReason) } : {}),
  }));

/** What is wrong with a return: it tells all deficiencies at once, each in words (一次性告知). */
export function returnViolations(
  deficiencies: readonly Deficiency[],
  opinion: string | null,
): readonly Violation[] {
  const found = new Violations();
  if (deficiencies.length === 0)
    found.add('deficiencies', ContractCodes.DEFICIENCIES_MISSING, '请逐条写明需要补正的内容');
  found.when(deficiencies.length > 100, 'deficiencies', 'TOO_MANY', '补正事项最多100项');
  deficiencies.forEach((deficiency, index) => {
    const path = `deficiencies.${index}`;
    found
      .text(`${path}.message`, '补正内容', deficiency.message, { max: 500 })
      .optionalText(`${path}.path`, '位置', deficiency.path, 200)
      .optionalText(`${path}.article`, '依据', deficiency.article, 200)
      .optionalText(`${path}.lateReason`, '原因', deficiency.lateReason, 200);
  });
  found.optionalText('opinion', '意见', opinion, OPINION.max);
  return found.found;
}

/** Contracts that are registered together at most. */
export const MAX_BATCH = 100;

/** What is wrong with a batch before any of it is looked at. */
export const batchSizeViolations = (contracts: readonly unknown[]): readonly Violation[] =>
  new Violations()
    .when(contracts.length === 0, 'contracts', 'REQUIRED', '请至少选择一份合同')
    .when(contracts.length > MAX_BATCH, 'contracts', 'TOO_MANY', say`一次最多登记${MAX_BATCH}份合同`).found;

/** Told together with what stands in the way of each contract. */
export function repeatViolations(contracts: readonly { readonly id: string }[]): readonly Violation[] {
  const found = new Violations();
  const seen = new Set<string>();
  contracts.forEach(({ id }, index) => {
    found.when(seen.has(id), `contracts.${index}.id`, 'REPEATED', '同一份合同只能选择一次');
    seen.add(id);
  });
  return found.found;
}

/** 全国登记号: digits and letters as the national system returns it. */
export const nationalNumberViolations = (number: string): readonly Violation[] =>
  new Violations().when(
    !/^[0-9A-Z-]{8,32}$/.test(number),
    'nationalRegNo',
    'BAD_FORMAT',
    '全国登记号为8至32位数字或大写字母，请对照全国系统核对',
  ).found;
