import type { Browser, BrowserContext } from '@playwright/test';
import { as, command } from './business.js';
import { dayFromToday } from './clock.js';
import { ask, demoOrganisationId } from './people.js';

/** What stands in the registers of patents and experts behind a dialog: done by the demo's people through the graph, once. */

interface Patent {
  readonly id: string;
  readonly version: number;
  readonly licences: readonly { readonly filedOn: string | null; readonly endedOn: string | null }[];
  readonly pledges: readonly { readonly releasedOn: string | null }[];
}

/** The university's patents that are granted and not open to all. */
const ownPatents = async (context: BrowserContext): Promise<readonly Patent[]> =>
  (
    await ask<{ patents: { edges: { node: Patent }[] } }>(
      context,
      `{ patents(first: 20, filter: { mine: true, states: [GRANTED], openToAll: false }) {
        edges { node { id version licences { filedOn endedOn } pledges { releasedOn } } } } }`,
    )
  ).patents.edges.map(({ node }) => node);

const isRunning = ({ licences, pledges }: Patent): boolean =>
  licences.some(({ filedOn, endedOn }) => filedOn === null && endedOn === null) &&
  pledges.some(({ releasedOn }) => releasedOn === null);

/** A patent with a licence that is not filed yet and a pledge that stands. @returns its page */
export const licensedAndPledged = (browser: Browser): Promise<string> =>
  as(browser, 'tto', async (context) => {
    const patents = await ownPatents(context);
    const known = patents.find(isRunning);
    if (known !== undefined) return `/patents/${known.id}`;
    const patent = patents.find(({ pledges }) => pledges.length === 0);
    if (patent === undefined) throw new Error('the university has no patent without a pledge');
    const today = await dayFromToday(context, 0);
    await command(context, 'addPatentLicence', 'AddPatentLicenceInput', {
      id: patent.id,
      expectedVersion: patent.version,
      kind: 'ORDINARY',
      licensee: '定襄恒岳锻压法兰有限公司',
      effectiveOn: today,
      endsOn: await dayFromToday(context, 365),
      territory: '山西省',
    });
    await command(context, 'addPatentPledge', 'AddPatentPledgeInput', {
      id: patent.id,
      expectedVersion: patent.version + 1,
      pledgee: '中国银行忻州分行',
      registeredOn: today,
      registrationNumber: 'Y2026140000001',
      securedAmount: 200_000_000,
    });
    return `/patents/${patent.id}`;
  });

interface Expert {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly relations: readonly { readonly to: string | null }[] | null;
}
const ownProfile = async (context: BrowserContext): Promise<Expert | null> =>
  (await ask<{ myExpert: Expert | null }>(context, '{ myExpert { id version state relations { to } } }'))
    .myExpert;

/** A researcher's declared relation that goes on. @returns the page of the profile */
export const relationDeclared = (browser: Browser): Promise<string> =>
  as(browser, 'researcher', async (context) => {
    const expert = await ownProfile(context);
    if (expert === null) throw new Error('the researcher is no expert');
    if (!expert.relations?.some(({ to }) => to === null))
      await command(context, 'declareExpertRelation', 'DeclareExpertRelationInput', {
        id: expert.id,
        expectedVersion: expert.version,
        kind: 'EMPLOYMENT',
        organisationName: '太原重工股份有限公司',
        personName: '',
        from: '2024-03-01',
        note: '兼职技术顾问',
      });
    return `/experts/${expert.id}`;
  });

/** The profile that somebody of the solar company writes, not handed in yet. @returns its page */
export const draftedProfile = (browser: Browser): Promise<string> =>
  as(browser, 'solar', async (context) => {
    const known = await ownProfile(context);
    if (known !== null) return `/experts/${known.id}`;
    await command(context, 'saveExpert', 'SaveExpertInput', {
      organisationId: demoOrganisationId('solarMaker'),
      content: {
        title: '高级工程师',
        position: '工艺部部长',
        degree: '工学硕士',
        disciplines: ['480'],
        techFields: ['06'],
        clusters: [],
        keywords: ['光伏组件', '缺陷检测'],
        introduction:
          '从事光伏组件制造工艺与缺陷自动检测十五年，主持过三项省级技术改造项目，熟悉封装与层压工艺。',
        achievements: '',
        modes: ['PROJECT'],
        availability: 'OPEN',
        phone: '0350-3011002',
        email: 'solar@demo.jihui.cn',
      },
    });
    return `/experts/${(await ownProfile(context))?.id}`;
  });

/** An invitation of the researcher for a need of the enterprise's, which waits for an answer. @returns the page of the profile */
export const invited = async (browser: Browser): Promise<string> => {
  const expertId = await as(browser, 'researcher', async (context) => {
    const expert = await ownProfile(context);
    if (expert === null) throw new Error('the researcher is no expert');
    return expert.id;
  });
  await as(browser, 'enterprise', async (context) => {
    const { needs } = await ask<{
      needs: { edges: { node: { id: string; consultationInvitations: { expertId: string }[] } }[] };
    }>(
      context,
      '{ needs(text: "余热利用", first: 1) { edges { node { id consultationInvitations { expertId } } } } }',
    );
    const need = needs.edges[0]?.node;
    if (need === undefined || need.consultationInvitations.some((one) => one.expertId === expertId)) return;
    await command(context, 'inviteConsultation', 'InviteConsultationInput', {
      organisationId: demoOrganisationId('flangeMaker'),
      needId: need.id,
      expertId,
      message: '想请教余热回收的选型',
    });
  });
  return `/experts/${expertId}`;
};
