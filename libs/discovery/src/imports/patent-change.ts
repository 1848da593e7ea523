import { actorId, canonical, DomainError, invalid, say, violation, type Actor } from '@jihui/kernel';
import { sha256, uuidv7, type City } from '@jihui/platform';
import { PatentCodes } from '../core/errors.js';
import type { Organisation } from '../core/organisation.js';
import { patentContentFrom } from '../core/patents/form.js';
import { newPatent, paidThroughFaults } from '../core/patents/new-patent.js';
import { isOpenPatent, type Patent, type PatentContent } from '../core/patents/patent.js';
import { patentMachine } from '../core/patents/perform.js';
import { alreadyRegistered } from '../refusals.js';
import type { Standing } from '../store/patent-import.store.js';
import type { FileRecord } from './patent-file.js';
import { stateByDays } from './patent.cells.js';

/** A row that passed: what it was and what it becomes. */
export interface Change {
  readonly before: Patent | null;
  readonly after: Patent;
  readonly owner: Organisation;
  /** Of what the file said: by it a later run knows whether people changed the entry since. */
  readonly importHash: string;
}

interface Given {
  readonly row: number;
  readonly record: FileRecord;
  readonly owner: Organisation;
  readonly actor: Actor;
  readonly now: Date;
  readonly city: City;
  /** Entries of the register with the batch's numbers, whoever holds them. */
  readonly standing: readonly Standing[];
  readonly seen: Map<string, number>;
}

const hashOf = (content: PatentContent): string => sha256(canonical({ ...content }));

/**
 * What a row makes of the register.
 * @throws DomainError with everything that stands in its way
 */
export function changeOf(given: Given): Change | 'unchanged' {
  const { record, owner, actor, now, city, standing } = given;
  const { content, violations } = patentContentFrom(record.form, owner, city);
  const own = standing.find(
    ({ patent }) => patent.ownerId === owner.id && patent.content.number === content.number,
  );
  const scopeCode = city.isDivision(content.divisionCode) ? content.divisionCode : city.code;
  const paidThrough = record.paidThrough;
  const after: Patent = own
    ? { ...own.patent, content, scopeCode, version: own.patent.version + 1, updatedAt: now }
    : newPatent({
        ...{
          id: uuidv7(),
          ownerId: owner.id,
          createdBy: actorId(actor),
          scopeCode,
          content,
          paidThrough,
          now,
        },
        state: record.state ?? stateByDays(record.form),
      });
  // Who may not write this holder's entries learns nothing of them.
  patentMachine.permit(after, 'edit', actor);
  firstOfItsNumber(given, content.number);
  const importHash = hashOf(content);
  if (own && isAsWritten(own, record, importHash)) return 'unchanged';
  const faults = [...violations, ...paidThroughFaults(own ? null : paidThrough, content).found];
  patentMachine.perform(after, 'edit', actor, now, faults);
  if (isOpenPatent(after) && standing.some((other) => isTakenBy(other, after))) throw alreadyRegistered();
  return { before: own?.patent ?? null, after, owner, importHash };
}

/** One holder's number stands in a file once. */
function firstOfItsNumber({ row, owner, seen }: Given, number: string): void {
  if (number === '') return;
  const key = `${owner.id}/${number}`;
  const earlier = seen.get(key) ?? row;
  seen.set(key, earlier);
  if (earlier !== row)
    throw invalid([
      violation('number', PatentCodes.TWICE_IN_FILE, say`与第 ${earlier} 行的专利号相同，请删去其一`),
    ]);
}

/**
 * Whether the entry says already what the row says.
 * @throws DomainError where it says otherwise and is not the file's to change
 */
function isAsWritten({ patent, importHash }: Standing, { state }: FileRecord, wanted: string): boolean {
  if (state !== null && state !== patent.state)
    throw invalid([
      {
        path: 'state',
        code: PatentCodes.STATE_BY_VERB,
        message: '与登记簿中的法律状态不同：状态变化请在专利页面连同日期逐项记录',
      },
    ]);
  const present = hashOf(patent.content);
  if (present === wanted || importHash === wanted) return true;
  if (present !== importHash)
    throw new DomainError(
      PatentCodes.CHANGED_BY_HAND,
      '登记簿中的这件专利在平台上登记或修改过，未覆盖；请在平台上修改',
    );
  return false;
}

const isTakenBy = ({ patent }: Standing, wanted: Patent): boolean =>
  patent.id !== wanted.id && patent.content.number === wanted.content.number && isOpenPatent(patent);
