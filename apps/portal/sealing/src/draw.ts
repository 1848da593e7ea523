import {
  asTranscript,
  makeSeedPart,
  openCustodianKey,
  releaseShare,
  seedContext,
  verifyDraw,
  type Custodian,
  type CustodianKeyFile,
  type DrawFault,
  type SeedPart,
} from '@jihui/proofs';
import { ask, command } from './api.js';
import { buttons, h, show, t, titled } from './dom.js';
import { Fields } from './fields.js';
import { fileButton } from './files.js';
import { button, Status } from './work.js';

interface Draw {
  readonly id: string;
  readonly callId: string;
  readonly state: 'COMMITTING' | 'REVEALING' | 'DRAWN' | 'VOID';
  readonly threshold: number;
  readonly steps: readonly ('COMMIT' | 'REVEAL' | 'RELEASE')[];
  readonly custodians: readonly Custodian[] | null;
  readonly parts: readonly SeedPart[] | null;
  readonly parties: readonly {
    readonly personId: string;
    readonly name: string;
    readonly committed: boolean;
    readonly revealed: boolean;
    readonly mine: boolean;
  }[];
  readonly recordUrl: string;
}

const DRAW = `query ExpertDrawStep($callId: ID!) { expertDraw(callId: $callId) {
  id callId state threshold steps custodians parts recordUrl parties { personId name committed revealed mine } } }`;
const COMMIT = `mutation Commit($input: CommitDrawSeedInput!) { commitDrawSeed(input: $input) { clientMutationId } }`;
const REVEAL = `mutation Reveal($input: RevealDrawSeedInput!) { revealDrawSeed(input: $input) { clientMutationId } }`;
const RELEASE = `mutation ReleasePart($input: ReleaseDrawShareInput!) { releaseDrawShare(input: $input) { clientMutationId } }`;

const main = document.querySelector('main') as HTMLElement;
const callId = new URLSearchParams(location.search).get('call') ?? '';

/** A party's number stays in the browser in which it was made, until it is revealed. */
const keyOf = (drawId: string): string => `jihui.draw.${drawId}`;

async function load(): Promise<void> {
  const { expertDraw: draw } = await ask<{ expertDraw: Draw | null }>(DRAW, { callId });
  if (draw === null) {
    show(
      main,
      backToCall(),
      h('p', {}, t('该榜单目前没有专家抽取。', 'There is no draw of experts for this call.')),
    );
    return;
  }
  show(
    main,
    backToCall(),
    h('h1', {}, t('专家抽取', 'Draw of experts')),
    h(
      'p',
      {},
      t(
        '专家池（不含姓名）和抽取条件已先行公布。各方在本页生成随机数并提交承诺，全部承诺到齐后依次公开，由全部随机数决定抽取结果。',
        'The pool without names and the criteria were published first. Each party makes a number in this page and commits to it; once all have, they reveal, and all numbers together decide.',
      ),
    ),
    partiesOf(draw),
    draw.steps.includes('COMMIT') && commitPart(draw),
    draw.steps.includes('REVEAL') && revealPart(draw),
    draw.steps.includes('RELEASE') && releasePart(draw),
    verifyPart(draw),
  );
}

const backToCall = (): HTMLElement =>
  h('a', { href: `/calls/${callId}` }, t('← 返回榜单', '← Back to the call'));

function partiesOf({ parties }: Draw): HTMLElement {
  const said = (is: boolean, yes: string, no: string): string => (is ? yes : no);
  return h(
    'ul',
    {},
    ...parties.map(({ name, committed, revealed }) =>
      h(
        'li',
        {},
        `${name} · ${said(committed, t('已提交承诺', 'committed'), t('未提交承诺', 'not committed'))} · ${said(
          revealed,
          t('已公开', 'revealed'),
          t('未公开', 'not revealed'),
        )}`,
      ),
    ),
  );
}

const card = (title: string, status: Status, ...parts: readonly (Node | string)[]): HTMLElement =>
  h('section', { class: 'card' }, h('h2', {}, title), ...parts, status.element);

function commitPart(draw: Draw): HTMLElement {
  const status = new Status();
  const me = draw.parties.find(({ mine }) => mine)?.personId ?? '';
  const go = button(t('生成随机数并提交承诺', 'Make a number and commit'), status, async () => {
    const { part, value } = await makeSeedPart(draw.id, me, draw.custodians ?? [], draw.threshold);
    // Kept first: a number that was committed to and then lost has to be recovered by the others.
    localStorage.setItem(keyOf(draw.id), value);
    await command(COMMIT, { drawId: draw.id, part });
    await load();
  });
  return card(
    t('提交承诺', 'Commit'),
    status,
    h(
      'p',
      {},
      t(
        '随机数只保存在本浏览器，公开以前请不要清除浏览数据。',
        'The number stays in this browser alone; do not clear its data before you reveal it.',
      ),
    ),
    go,
  );
}

function revealPart(draw: Draw): HTMLElement {
  const status = new Status();
  const value = localStorage.getItem(keyOf(draw.id));
  if (value === null)
    status.fail(
      new Error(
        t(
          '本浏览器没有您的随机数：请换回提交承诺时的浏览器，或由其他各方释放份额。',
          'This browser does not hold your number: go back to the one in which you committed, or let the others release their shares.',
        ),
      ),
    );
  const go = button(t('公开我的随机数', 'Reveal my number'), status, async () => {
    await command(REVEAL, { drawId: draw.id, value });
    await load();
  });
  go.disabled = value === null;
  return card(t('公开随机数', 'Reveal'), status, go);
}

/** A number that its party withholds is recovered by the others' shares. */
function releasePart(draw: Draw): HTMLElement {
  const status = new Status();
  const fields = new Fields();
  const file = fileButton(t('选择密钥文件', 'Choose the key file'), { accept: '.json,application/json' });
  const passphrase = h('input', { type: 'password', autocomplete: 'off' });
  const go = button(t('释放份额', 'Release'), status, async () => {
    const chosen = file.input.files?.[0];
    if (chosen === undefined) throw new Error(t('请选择密钥文件', 'Choose the key file'));
    const { privateKey } = await openCustodianKey(
      JSON.parse(await chosen.text()) as CustodianKeyFile,
      passphrase.value,
    );
    for (const [party, share] of await sharesOf(draw, privateKey))
      await command(RELEASE, { drawId: draw.id, party, share });
    await load();
  });
  return card(
    t('有一方不公开时：释放其随机数的份额', 'Where a party does not reveal: release shares of its number'),
    status,
    file.element,
    fields.add('passphrase', t('口令', 'Passphrase'), passphrase),
    buttons(go),
  );
}

async function sharesOf(
  draw: Draw,
  privateKey: Parameters<typeof releaseShare>[1],
): Promise<readonly (readonly [party: string, share: string])[]> {
  const me = draw.parties.find(({ mine }) => mine)?.personId;
  const found: (readonly [string, string])[] = [];
  for (const { personId, revealed, mine } of draw.parties) {
    const part = draw.parts?.find(({ party }) => party === personId);
    const sealed = part?.shares.find(({ id }) => id === me);
    if (revealed || mine || sealed === undefined) continue;
    const { share } = await releaseShare(sealed, privateKey, seedContext(draw.id, personId));
    found.push([personId, share]);
  }
  return found;
}

const FAULTS: { readonly [fault in DrawFault['code']]: readonly [chinese: string, english: string] } = {
  POOL_NOT_AS_PUBLISHED: ['专家池与先行公布的不符', 'The pool is not the one published'],
  CRITERIA_NOT_AS_PUBLISHED: ['抽取条件与先行公布的不符', 'The criteria are not those published'],
  TOO_FEW_PARTIES: ['参与方少于两方', 'Fewer than two parties'],
  PART_NOT_AS_COMMITTED: ['随机数与承诺不符', 'A number is not the one committed to'],
  SEED_DIFFERS: ['种子不能由各方随机数算出', 'The seed does not follow from the numbers'],
  NO_PANEL: ['专家池中没有符合条件的专家组', 'The pool holds no such panel'],
  RESULT_DIFFERS: ['抽取结果与重新计算的不同', 'The panel is not the one drawn again'],
  CHANGE_DIFFERS: ['候补递补与规则不符', 'A replacement is not the one due'],
  OPENING_DIFFERS: ['公开的专家与专家池中的承诺不符', 'An opened expert is not who was committed to'],
  ALLOTMENT_DIFFERS: [
    '方案分派与重新计算的不同',
    'The bids are not given out as they are when computed again',
  ],
  TIE_DIFFERS: [
    '并列方案的抽签结果与重新计算的不同，或有专家可以投票',
    'Tied bids are not in the order of their lots, or a member might have voted',
  ],
  TOO_FEW_JUDGES: ['有方案的评审专家少于抽取条件的要求', 'A bid has fewer judges than the criteria ask for'],
};

/** Draws again in this browser, from what is published alone. */
function verifyPart(draw: Draw): HTMLElement {
  const status = new Status();
  if (draw.state !== 'DRAWN')
    return card(
      t('公布的专家池', 'The published pool'),
      status,
      h('a', { href: draw.recordUrl }, t('下载', 'Download')),
    );
  const go = button(t('在本浏览器重新抽取并核对', 'Draw again and compare'), status, async () => {
    const transcript = asTranscript(await (await fetch(draw.recordUrl, { credentials: 'include' })).json());
    if (transcript === undefined) throw new Error(t('抽取记录不完整', 'The record is incomplete'));
    const { faults, panel } = await verifyDraw(transcript);
    if (faults.length > 0) throw new Error(faults.map(({ code }) => t(...FAULTS[code])).join('；'));
    const rows = panel.map(({ row }) => row + 1).join('、');
    status.say(
      t(`核对无误：抽中专家池第 ${rows} 行。`, `All is as published: rows ${rows} of the pool are drawn.`) +
        (transcript.turns === undefined
          ? ''
          : t('方案分派一致。', ' The bids are given out as they should be.')),
    );
  });
  return card(
    t('核验', 'Verify'),
    status,
    go,
    ' ',
    h(
      'a',
      { href: draw.recordUrl },
      t('抽取记录（jihui verify-draw）', 'Record of the draw (jihui verify-draw)'),
    ),
  );
}

titled('专家抽取 · 技汇', 'Draw of experts · Jihui');
load().catch((error: unknown) =>
  show(main, h('p', { class: 'status wrong' }, error instanceof Error ? error.message : String(error))),
);
