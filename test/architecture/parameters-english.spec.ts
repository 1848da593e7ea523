import { load } from './sources.js';

/** What an administrator reads of the parameters of registration, in English. */

interface Declaration {
  readonly name: string;
  readonly title: string;
}
const { CONTRACT_PARAMETERS } = (await load('libs/contracts/src/core/parameters.ts')) as {
  readonly CONTRACT_PARAMETERS: readonly Declaration[];
};
const { titles } = (await load('apps/portal/src/law/titles.ts')) as {
  readonly titles: Readonly<Record<string, string>>;
};

describe('the parameters of registration in English', () => {
  it('each have a title of their own, and no title is left over', () => {
    expect(Object.keys(titles).sort()).toEqual(CONTRACT_PARAMETERS.map(({ name }) => name).sort());
    expect(new Set(Object.values(titles)).size).toBe(CONTRACT_PARAMETERS.length);
    for (const title of Object.values(titles)) expect(title).not.toMatch(/\p{Script=Han}/u);
  });
});
