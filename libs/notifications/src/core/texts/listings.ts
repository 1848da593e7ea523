import type { PairFact, ListingFact, MatchFact, SearchFact } from '../facts.js';
import { quoted, type Text, type Texts } from './text.js';

const ofResult =
  (title: (name: string) => string, body: (result: ListingFact) => string) =>
  (result: ListingFact): Text => ({
    title: title(quoted(result.title)),
    body: body(result),
    link: `/results/${result.id}`,
  });
const ofNeed =
  (title: (name: string) => string, body: (need: ListingFact) => string) =>
  (need: ListingFact): Text => ({
    title: title(quoted(need.title)),
    body: body(need),
    link: `/needs/${need.id}`,
  });
const until = ({ expiresOn }: ListingFact): string => (expiresOn === null ? '' : `，有效期至 ${expiresOn}`);

export const RESULT_TEXTS = {
  waitsForUnit: ofResult(
    (name) => `成果${name}待您审核`,
    () => '科研人员已提交成果，请核对权属、密级和定价后通过或退回。',
  ),
  waitsForBureau: ofResult(
    (name) => `成果${name}待科技部门审核`,
    ({ ownerName }) => `${ownerName}已审核通过该成果，请在期限内审核并发布或退回。`,
  ),
  approvedByUnit: ofResult(
    (name) => `成果${name}已通过单位审核`,
    () => '现由科技部门审核，通过后即上线。',
  ),
  returned: ofResult(
    (name) => `成果${name}被退回`,
    () => '请打开成果查看退回原因，修改后重新提交。',
  ),
  published: ofResult(
    (name) => `成果${name}已上线`,
    (result) => `企业现在可以检索到该成果${until(result)}。`,
  ),
  expiring: ofResult(
    (name) => `成果${name}即将到期`,
    (result) => `该成果${until(result).slice(1)}，请及时续期；到期后将自动下线。`,
  ),
  expired: ofResult(
    (name) => `成果${name}已到期下线`,
    () => '续期后可重新上线；不再推广的不必处理。',
  ),
  lapsed: ofResult(
    (name) => `成果${name}因知识产权失效下线`,
    () => '请更新知识产权状态，或改以其他方式修订后重新提交。',
  ),
  takenDown: ofResult(
    (name) => `成果${name}被强制下架`,
    () => '请打开成果查看原因，修改后重新提交，或与科技部门联系。',
  ),
  reinstated: ofResult(
    (name) => `成果${name}已恢复上线`,
    (result) => `企业现在可以检索到该成果${until(result)}。`,
  ),
} satisfies Texts<ListingFact>;

export const NEED_TEXTS = {
  waitsForBureau: ofNeed(
    (name) => `需求${name}待科技部门审核`,
    ({ ownerName }) => `${ownerName}提交了需求，请在期限内审核并发布或退回。`,
  ),
  returned: ofNeed(
    (name) => `需求${name}被退回`,
    () => '请打开需求查看退回原因，修改后重新提交。',
  ),
  published: ofNeed(
    (name) => `需求${name}已上线`,
    (need) => `系统正在为该需求匹配成果${until(need)}。`,
  ),
  expiring: ofNeed(
    (name) => `需求${name}即将到期`,
    (need) => `该需求${until(need).slice(1)}，请及时续期；到期后将自动关闭。`,
  ),
  expired: ofNeed(
    (name) => `需求${name}已到期`,
    () => '仍有需要的请续期；已解决的请标记为已解决。',
  ),
  takenDown: ofNeed(
    (name) => `需求${name}被强制下架`,
    () => '请打开需求查看原因，修改后重新提交，或与科技部门联系。',
  ),
  reinstated: ofNeed(
    (name) => `需求${name}已恢复上线`,
    (need) => `系统正在为该需求匹配成果${until(need)}。`,
  ),
  converted: ofNeed(
    (name) => `需求${name}已转为揭榜任务`,
    () => '后续按揭榜任务办理，该需求不再单独对接。',
  ),
} satisfies Texts<ListingFact>;

const matchLink = ({ kind, id }: MatchFact): string =>
  kind === 'NEED' ? `/needs/${id}#matches` : `/results/${id}#matches`;
const best = ({ found }: MatchFact): string => {
  const [first] = found;
  if (first === undefined) return '';
  const shared = first.sharedTerms.length === 0 ? '' : `，都涉及${first.sharedTerms.slice(0, 3).join('、')}`;
  return `最相符的是${quoted(first.title)}，匹配度 ${first.score}${shared}。`;
};

/** A line of a digest: what was found; how many and how good is said where the digest is made. */
const LINE = { body: '请查看推荐理由，并告诉我们是否有用。' };

export const MATCH_TEXTS = {
  found: (match: MatchFact): Text => ({
    title:
      match.kind === 'NEED'
        ? `为您的需求${quoted(match.title)}找到 ${match.found.length} 项成果`
        : `有 ${match.found.length} 项需求与您的成果${quoted(match.title)}相符`,
    body: `${best(match)}请查看推荐理由，并告诉我们是否有用。`,
    link: matchLink(match),
  }),
  line: (match: MatchFact): Text => ({
    ...LINE,
    title:
      match.kind === 'NEED'
        ? `为需求${quoted(match.title)}找到的成果`
        : `与成果${quoted(match.title)}相符的需求`,
    link: matchLink(match),
  }),
} satisfies Texts<MatchFact>;

const sharedOf = ({ found: [first] }: PairFact): string =>
  first === undefined || first.sharedTerms.length === 0
    ? ''
    : `，都涉及${first.sharedTerms.slice(0, 3).join('、')}`;
const scoreOf = ({ found: [first] }: PairFact): string => `匹配度 ${first?.score ?? 0}`;

/** An expert's name is told on the page, to whoever may read it there then. */
export const NEED_EXPERTS_TEXTS = {
  found: (match: PairFact): Text => ({
    title: `为您的需求${quoted(match.title)}找到 ${match.found.length} 位专家`,
    body: `最相符的${scoreOf(match)}${sharedOf(match)}。请查看推荐理由，并告诉我们是否有用。`,
    link: `/needs/${match.id}#experts`,
  }),
  line: ({ id, title }: PairFact): Text => ({
    ...LINE,
    title: `为需求${quoted(title)}找到的专家`,
    link: `/needs/${id}#experts`,
  }),
} satisfies Texts<PairFact>;

/** Nothing is said of who the need's owner is: it may be anonymous. */
export const EXPERT_NEEDS_TEXTS = {
  found: (match: PairFact): Text => ({
    title: `有 ${match.found.length} 项需求与您的专长相配`,
    body: `最相符的是${quoted(match.found[0]?.title ?? '')}，${scoreOf(match)}${sharedOf(match)}。不是您的方向的，可以说明原因，以后不再推荐。`,
    link: `/experts/${match.id}#needs`,
  }),
  line: ({ id }: PairFact): Text => ({
    ...LINE,
    title: '与您的专长相配的需求',
    link: `/experts/${id}#needs`,
  }),
} satisfies Texts<PairFact>;

export const NEED_PATENTS_TEXTS = {
  line: ({ id, title }: PairFact): Text => ({
    ...LINE,
    title: `为需求${quoted(title)}找到的专利`,
    link: `/needs/${id}#patents`,
  }),
} satisfies Texts<PairFact>;

export const PATENT_NEEDS_TEXTS = {
  line: ({ id, title }: PairFact): Text => ({
    ...LINE,
    title: `与专利${quoted(title)}相符的需求`,
    link: `/patents/${id}#needs`,
  }),
} satisfies Texts<PairFact>;

/** Names of filters in the portal's addresses, by their names in the schema. */
const ADDRESS_NAMES: Readonly<Record<string, string>> = {
  clusters: 'cluster',
  techFields: 'field',
  trlBands: 'maturity',
  cooperationModes: 'mode',
  priceModes: 'price',
  divisions: 'place',
  ownerKinds: 'owner',
  needTypes: 'type',
  urgencies: 'urgency',
  kinds: 'kind',
  states: 'state',
  ipcSections: 'section',
  ipc: 'ipc',
  applicant: 'applicant',
  filedYear: 'year',
};
const SEARCHED: Readonly<Record<SearchFact['kind'], { readonly name: string; readonly list: string }>> = {
  RESULT: { name: '成果', list: '/results' },
  NEED: { name: '需求', list: '/needs' },
  PATENT: { name: '专利', list: '/patents' },
};
/** The list that the search shows, the newest first. */
function searchLink({ kind, text, filters }: SearchFact): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  for (const [filter, values] of Object.entries(filters)) {
    const name = ADDRESS_NAMES[filter];
    if (name !== undefined) for (const value of values) query.append(name, value);
  }
  query.set('sort', 'NEWEST');
  return `${SEARCHED[kind].list}?${query.toString()}`;
}

export const SEARCH_TEXTS = {
  found: (search: SearchFact): Text => {
    const titles = search.found.map(({ title }) => quoted(title));
    const rest = search.count > titles.length ? `等 ${search.count} 项` : '';
    return {
      title: `“${search.name}”有 ${search.count} 项新${SEARCHED[search.kind].name}`,
      body: `${titles.join('、')}${rest}。`,
      link: searchLink(search),
    };
  },
} satisfies Texts<SearchFact>;
