import { anonymous } from '@jihui/kernel';
import { demoOrganisation } from './city.js';
import { newcomer } from './trial-identity.js';
import { odd, oddly, verbsOn, type Cast, type Verb } from './trial-cast.js';
import type { Subject } from './walk.js';

const INTRODUCTION = odd(
  '长期从事技术合同登记与科技成果评价，熟悉认定登记规则、知识产权条款和技术经济分析。',
);
const contentOf = (more: object = {}) => ({
  title: oddly('高级工程师'),
  position: oddly('主任'),
  degree: oddly('硕士'),
  unitName: odd('某研究所'),
  disciplines: ['630'],
  techFields: ['03'],
  clusters: ['8-4'],
  keywords: ['成果评价'],
  introduction: INTRODUCTION,
  achievements: odd('参与标准制定'),
  modes: ['WEEKEND'],
  availability: 'LIMITED',
  availabilityNote: odd('周末'),
  phone: '0350-3039007',
  email: 'expert@example.org',
  ...more,
});
const NOTE = odd('依据材料');
const UNIT = demoOrganisation('cityBureau').id;

/** Every verb of the expert bank: a bureau's registrar enters it, whose administrator consents and whose officer decides. */
export async function tryExperts(cast: Cast): Promise<void> {
  const { city, trials, officer } = cast;
  const expert = city.who('registrar2');
  const unit = city.who('admin');
  const verb = verbsOn(cast, 'expert', (mutation) => ACTIONS[mutation] ?? mutation.replace('Expert', ''));
  const begun = await trials.run({
    mutation: 'saveExpert',
    who: expert,
    others: [city.as(anonymous)],
    input: {
      organisationId: UNIT,
      visibility: 'PUBLIC',
      privacy: { phone: 'OFFICERS' },
      content: contentOf(),
    },
  });
  const edited = await verb(expert, 'saveExpert', begun, {
    input: { organisationId: UNIT, content: contentOf({ keywords: ['合同登记'] }) },
    repeatable: true,
  });
  const related = await tryRelations(verb, expert, edited);
  const declared = { input: { relationsDeclared: true } };
  const handed = await verb(expert, 'submitExpert', related, declared);
  const recalled = await verb(expert, 'recallExpert', handed);
  const anew = await verb(expert, 'submitExpert', recalled, declared);
  const declined = await verb(unit, 'declineExpert', anew, {
    input: { reason: 'UNIT_DISAGREES', note: NOTE },
  });
  const again = await verb(expert, 'submitExpert', declined, declared);
  const agreed = await verb(unit, 'consentExpert', again, { input: { note: NOTE } });
  const returned = await verb(officer, 'returnExpert', agreed, {
    input: { reason: 'INCOMPLETE', note: NOTE },
  });
  const third = await verb(expert, 'submitExpert', returned, declared);
  const consented = await verb(unit, 'consentExpert', third, { input: { note: NOTE } });
  const admitted = await verb(officer, 'admitExpert', consented, { input: { note: NOTE } });
  const suspended = await verb(officer, 'suspendExpert', admitted, {
    input: { reason: 'ABSENCE', note: NOTE },
  });
  const resumed = await verb(officer, 'resumeExpert', suspended, { input: { note: NOTE } });
  const removed = await verb(officer, 'removeExpert', resumed, {
    input: { reason: 'MOVED_AWAY', note: NOTE },
  });
  const reapplied = await verb(expert, 'reapplyExpert', removed);
  await verb(expert, 'exitExpert', reapplied, { input: { reason: 'HEALTH', note: NOTE } });
  await tryAlone(cast, verb);
}

async function tryRelations(verb: Verb, expert: Cast['officer'], edited: Subject): Promise<Subject> {
  const declared = (await verb(expert, 'declareExpertRelation', edited, {
    input: {
      kind: 'COAUTHOR',
      organisationName: odd('某协会'),
      personName: oddly('某人'),
      from: '2024-01-01',
      note: odd('通讯作者'),
      work: odd('控温环锻的组织演变'),
      people: [{ name: oddly('周海'), unit: odd('某研究院') }],
    },
    more: 'relations { id }',
    // There may be another like it.
    repeatable: true,
  })) as Subject & { readonly relations: readonly { readonly id: string }[] };
  return verb(expert, 'endExpertRelation', declared, {
    input: { relationId: declared.relations[0]?.id, endedOn: '2025-06-30' },
  });
}

/** Somebody whose unit is not on the platform. */
async function tryAlone({ city, trials }: Cast, verb: Verb): Promise<void> {
  const client = city.as((await newcomer(city, 'outside-expert')).actor);
  await city.settle();
  const begun = await trials.run({
    mutation: 'saveExpert',
    who: client,
    others: [],
    input: { content: contentOf() },
  });
  await verb(client, 'submitExpertDirectly', begun, { input: { relationsDeclared: true } });
}

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = { saveExpert: 'edit' };
