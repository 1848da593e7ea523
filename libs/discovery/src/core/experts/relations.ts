import { cleanText, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { ExpertCodes } from '../errors.js';
import { SHARED_WORKS, type Expert, type Relation, type RelationKind, type WorkPerson } from './expert.js';

/** More than anybody has; a list without an end would grow with every call. */
const MAX_RELATIONS = 200;
/** Most of one work. */
const MAX_PEOPLE = 100;

/** A declared relation as it is sent. */
export interface RelationForm {
  readonly kind: RelationKind;
  readonly organisationId?: string | null;
  readonly organisationName?: string | null;
  readonly personName?: string | null;
  readonly from?: LegalDay | null;
  readonly to?: LegalDay | null;
  readonly note?: string | null;
  readonly work?: string | null;
  readonly people?: { readonly name: string; readonly unit?: string | null }[] | null;
}

/** A relation from its form, with everything that is wrong in it. */
export function relationFrom(
  id: string,
  form: RelationForm,
  platformName: string | null,
  { relations }: Expert,
  today: LegalDay,
): { readonly relation: Relation; readonly violations: readonly Violation[] } {
  const relation: Relation = {
    id,
    kind: form.kind,
    organisationId: form.organisationId ?? null,
    organisationName: platformName ?? cleanText(form.organisationName ?? ''),
    personName: cleanText(form.personName ?? ''),
    from: form.from ?? null,
    to: form.to ?? null,
    note: cleanText(form.note ?? ''),
    work: cleanText(form.work ?? ''),
    people: (form.people ?? []).map(({ name, unit }) => ({
      name: cleanText(name),
      unit: cleanText(unit ?? ''),
    })),
  };
  const { from, to } = relation;
  const violations = new Violations()
    .when(
      relation.organisationName === '' && relation.personName === '' && relation.people.length === 0,
      'organisationName',
      ExpertCodes.RELATION_OF_NOBODY,
      '请填写单位名称或人员姓名，至少一项',
    )
    .optionalText('organisationName', '单位名称', relation.organisationName, 100)
    .optionalText('personName', '人员姓名', relation.personName, 50)
    .optionalText('note', '说明', relation.note, 300)
    .when(from !== null && from > today, 'from', ExpertCodes.RELATION_DAYS, '起始日期不能晚于今天')
    .when(to !== null && to > today, 'to', ExpertCodes.RELATION_DAYS, '终止日期不能晚于今天')
    .when(
      from !== null && to !== null && to < from,
      'to',
      ExpertCodes.RELATION_DAYS,
      '终止日期不能早于起始日期',
    )
    .when(
      relations.length >= MAX_RELATIONS,
      '',
      'TOO_MANY',
      say`回避关系最多登记 ${MAX_RELATIONS} 项，请与科技部门联系`,
    );
  return { relation, violations: [...violations.found, ...workFaults(relation)] };
}

/** A work names its title and each of its people, and nothing else has any. */
function workFaults({ kind, work, people }: Relation): readonly Violation[] {
  const violations = new Violations()
    .optionalText('work', '题目', work, 200)
    .when(
      !SHARED_WORKS.includes(kind) && (work !== '' || people.length > 0),
      'people',
      ExpertCodes.RELATION_WORK,
      '只有论文合著、共同承担项目、共同专利可以逐人登记合作者',
    )
    .when(people.length > 0 && work === '', 'work', ExpertCodes.RELATION_WORK, '请填写论文、项目或专利的题目')
    .when(people.length > MAX_PEOPLE, 'people', 'TOO_MANY', say`合作者最多 ${MAX_PEOPLE} 人`);
  people.slice(0, MAX_PEOPLE).forEach((person, at) => personFaults(violations, person, at));
  return violations.found;
}

const personFaults = (violations: Violations, { name, unit }: WorkPerson, at: number): Violations =>
  violations
    .text(`people.${at}.name`, '合作者姓名', name, { min: 2, max: 50 })
    .optionalText(`people.${at}.unit`, '合作者单位', unit, 100);

/** The relations after one of them ended; what ended stays known, since recusal looks years back. */
export function withEnded(
  { relations }: Expert,
  relationId: string,
  endedOn: LegalDay,
  today: LegalDay,
): { readonly relations: readonly Relation[]; readonly violations: readonly Violation[] } {
  const ended = relations.find(({ id, to }) => id === relationId && to === null);
  const violations = new Violations()
    .when(
      ended === undefined,
      'relationId',
      ExpertCodes.RELATION_UNKNOWN,
      '没有这项关系，或已登记终止，请刷新后再试',
    )
    .when(endedOn > today, 'endedOn', ExpertCodes.RELATION_DAYS, '终止日期不能晚于今天')
    .when(
      ended !== undefined && ended.from !== null && endedOn < ended.from,
      'endedOn',
      ExpertCodes.RELATION_DAYS,
      '终止日期不能早于起始日期',
    );
  const next = relations.map((one) => (one === ended ? { ...one, to: endedOn } : one));
  return { relations: next, violations: violations.found };
}
