import type { Actor, PersonActor } from '@jihui/kernel';
import type { PersonSnapshot } from '@jihui/events';
import { aResearcher } from '@jihui/testing';
import { PLACE, type World } from './discovery.world.js';
import { known as tell } from './people.js';

export interface Profile {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

export const CONTENT = {
  title: '教授',
  position: '固废利用研究所所长',
  degree: '工学博士',
  disciplines: ['430'],
  techFields: ['05'],
  clusters: [],
  keywords: ['煤矸石', '陶粒'],
  introduction: '长期从事煤矸石等工业固废的资源化利用研究，主持过多项省级科研项目，熟悉陶粒烧结工艺。',
  achievements: '主编团体标准一项。',
  modes: ['WEEKEND', 'ONLINE'],
  availability: 'OPEN',
  phone: '0350-3048003',
  email: 'expert@example.org',
};

export const DECLARED = { relationsDeclared: true };

const TYPES: Readonly<Record<string, string>> = {
  submitExpert: 'SubmitExpertInput',
  submitExpertDirectly: 'SubmitExpertInput',
  consentExpert: 'ExpertDecisionInput',
  admitExpert: 'ExpertDecisionInput',
  resumeExpert: 'ExpertDecisionInput',
  declineExpert: 'ExpertReasonInput',
  returnExpert: 'ExpertReasonInput',
  suspendExpert: 'ExpertReasonInput',
  exitExpert: 'ExpertReasonInput',
  removeExpert: 'ExpertReasonInput',
  declareExpertRelation: 'DeclareExpertRelationInput',
  endExpertRelation: 'EndExpertRelationInput',
};

/** What people of a world do with the expert bank, and what they read of it. */
export function expertActs(world: () => World) {
  const known = (person: Actor, change: Partial<PersonSnapshot> = {}, version = 1): Promise<void> =>
    tell(world().app, person, change, version);
  async function someone(name = '李文博'): Promise<PersonActor> {
    const person = aResearcher({ organisationId: world().university, divisionCode: PLACE });
    await known(person, { displayName: name });
    return person;
  }
  const mutate = (who: Actor, mutation: string, type: string, input: object) =>
    world()
      .app.as(who)
      .mutate<{ it: { expert: Profile } }>(
        `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { expert { id version state } } }`,
        { input },
      );
  const save = (who: Actor, change: object = {}, content: object = {}) =>
    mutate(who, 'saveExpert', 'SaveExpertInput', {
      organisationId: world().university,
      ...change,
      content: { ...CONTENT, ...content },
    });
  const on = (who: Actor, mutation: string, { id, version }: Profile, input: object = {}) =>
    mutate(who, mutation, TYPES[mutation] ?? 'ExpertActionInput', { id, expectedVersion: version, ...input });
  async function active(who: Actor, change: object = {}, content: object = {}): Promise<Profile> {
    const drafted = (await save(who, change, content)).it.expert;
    const handed = (await on(who, 'submitExpert', drafted, DECLARED)).it.expert;
    const agreed = (await on(world().office, 'consentExpert', handed)).it.expert;
    return (await on(world().officer, 'admitExpert', agreed, { note: '符合入库条件' })).it.expert;
  }
  const read = async <T>(who: Actor, id: string, fields: string): Promise<T | null> =>
    (
      await world()
        .app.as(who)
        .query<{ expert: T | null }>(`query ($id: ID!) { expert(id: $id) { ${fields} } }`, { id })
    ).expert;
  const found = async (who: Actor, filter: object): Promise<string[]> =>
    (
      await world()
        .app.as(who)
        .query<{ experts: { edges: { node: { id: string } }[]; totalCount: number } }>(
          'query ($filter: ExpertFilter) { experts(filter: $filter) { totalCount edges { node { id } } } }',
          { filter },
        )
    ).experts.edges.map(({ node }) => node.id);
  return { known, someone, save, on, active, read, found };
}
