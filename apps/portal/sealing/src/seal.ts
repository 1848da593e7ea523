import { asInstructions, type SealingInstructions } from '@jihui/proofs';
import { ask } from './api.js';
import type { OpenCall } from './bid.js';
import { buttons, facts, h, moment, saveJson, show, t, titled } from './dom.js';
import { Fields } from './fields.js';
import { handInPart } from './hand-in.js';
import { receiptPart, type OwnBid } from './receipt.js';
import { actingFor, failed, mainPart, signIn, VIEWER, type Organisation, type Viewer } from './visitor.js';
import { button, Status } from './work.js';

interface Page {
  readonly viewer: Viewer | null;
  readonly call: OpenCall | null;
  readonly callSealing: {
    readonly instructions: unknown;
    readonly custodians: readonly { readonly name: string }[];
  } | null;
}

const PAGE = `query SealPage($id: ID!) {
  ${VIEWER}
  call(id: $id) { id code title closesAt biddingOpen consortium indicators { code name unit operator target upper core } }
  callSealing(callId: $id) { instructions custodians { name } } }`;
const OWN = `query Own($callId: ID!, $organisationId: ID!) {
  ownBid(callId: $callId, organisationId: $organisationId) { state commitment handedInAt receipts proof } }`;

const main = mainPart();
const callId = new URLSearchParams(location.search).get('call') ?? '';

async function load(): Promise<void> {
  const { viewer, call, callSealing } = await ask<Page>(PAGE, { id: callId });
  if (viewer === null) return signIn();
  if (call === null || callSealing?.instructions == null)
    return show(
      main,
      h('p', {}, t('榜单不存在，或尚未张榜。', 'There is no such call, or it is not published yet.')),
    );
  const organisations = actingFor(viewer);
  const instructions = asInstructions(callSealing.instructions);
  const names = callSealing.custodians.map(({ name }) => name).join(t('、', ', '));
  const below = h('div', {});
  const choice = h('select', {}, ...organisations.map(({ id, name }) => h('option', { value: id }, name)));
  const open = async (): Promise<void> => {
    const chosen = organisations.find(({ id }) => id === choice.value);
    if (chosen !== undefined) await bidding(below, call, instructions, chosen);
  };
  choice.addEventListener('change', () => void open().catch(failed));
  show(
    main,
    h('a', { href: `/calls/${call.id}` }, t('← 返回榜单', '← Back to the call')),
    h('h1', {}, call.title),
    facts(
      [t('榜单编号', 'Call'), call.code],
      call.closesAt === null ? null : [t('截止', 'Deadline'), moment(call.closesAt)],
      [
        t('开标', 'Opening'),
        t(
          `截止后由 ${instructions.threshold} 位以上保管人共同解开（${names}）`,
          `After the deadline, by ${instructions.threshold} or more of: ${names}`,
        ),
      ],
    ),
    h(
      'p',
      {},
      t(
        '方案在本页加密后才上传：平台在开标前不能读取，也不向任何人透露是否有人揭榜。',
        'The bid is encrypted in this page before it is sent: the platform cannot read it before the opening, and tells nobody whether anybody bid.',
      ),
    ),
    organisations.length === 0 &&
      h(
        'p',
        { class: 'status wrong' },
        t(
          '揭榜须由单位的转移转化负责人或单位管理员办理，您的账号没有这样的单位。',
          'An organisation bids by its transfer officer or administrator; your account is neither.',
        ),
      ),
    organisations.length > 1 && new Fields().add('bidder', t('揭榜单位', 'Bidder'), choice),
    organisations.length === 1 && facts([t('揭榜单位', 'Bidder'), organisations[0]?.name ?? '']),
    below,
    offlinePart(call, instructions),
  );
  await open();
}

async function bidding(
  into: HTMLElement,
  call: OpenCall,
  instructions: SealingInstructions,
  organisation: Organisation,
): Promise<void> {
  const { ownBid } = await ask<{ ownBid: OwnBid | null }>(OWN, {
    callId: call.id,
    organisationId: organisation.id,
  });
  const { id: bidder, name: bidderName } = organisation;
  const again = (): Promise<void> => bidding(into, call, instructions, organisation);
  const sealing = { call, instructions, bidder, bidderName, again };
  show(
    into,
    ownBid !== null && receiptPart(sealing, ownBid),
    call.biddingOpen
      ? handInPart(sealing, ownBid?.state === 'STANDING')
      : h('p', {}, t('现在不在揭榜期内。', 'Bids do not come in now.')),
  );
}

/** For who does not want to trust this page. */
const offlinePart = (call: OpenCall, instructions: SealingInstructions): HTMLElement =>
  h(
    'details',
    {},
    h('summary', {}, t('不用本页、离线密封', 'Sealing offline, without this page')),
    h(
      'p',
      { class: 'soft' },
      t(
        '保存密封说明，在没有联网的电脑上用 jihui seal 密封，再在“上传已密封的文件”处提交。',
        'Save the instructions, seal with “jihui seal” on a machine without a network, and hand in the sealed file above.',
      ),
    ),
    buttons(
      button(t('保存密封说明', 'Save the sealing instructions'), new Status(), async () =>
        saveJson(`jihui-sealing-${call.code}.json`, instructions),
      ),
    ),
  );

titled('密封揭榜 · 技汇', 'Sealed bid · Jihui');
load().catch(failed);
