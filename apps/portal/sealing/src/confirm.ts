import { asConfirmation, blindStatement, hashOfPieces, type SignedConfirmation } from '@jihui/proofs';
import { ask, command } from './api.js';
import { buttons, confirmed, h, moment, saveJson, show, t, titled } from './dom.js';
import { Fields, WrongFields, type FieldFault } from './fields.js';
import { chunksOf, fileButton } from './files.js';
import {
  actingFor,
  BIDDERS,
  failed,
  mainPart,
  signIn,
  VIEWER,
  type Organisation,
  type Viewer,
} from './visitor.js';
import { button, Status } from './work.js';

/**
 * 联合体成员确认. Which call it is for, who leads and what was agreed stay in this page: the platform is asked for all open
 * calls, whichever it is, and is sent a salted hash alone. The call in the link stands behind #, which no browser sends.
 */
interface OpenCall {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly round: number;
  readonly closesAt: string | null;
}
interface Calls {
  readonly calls: {
    readonly edges: readonly { readonly node: OpenCall }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const CALLS = `query OpenCalls($after: String) { calls(first: 100, after: $after, filter: { open: true }) {
  edges { node { id code title round closesAt } } pageInfo { hasNextPage endCursor } } }`;
const FIND = `query FindOrganisations($text: String!, $kinds: [OrganisationKind!]!) {
  organisations(first: 20, filter: { text: $text, kinds: $kinds }) { edges { node { id name } } } }`;
const SIGN = `mutation Sign($input: SignConsortiumConfirmationInput!) {
  signConsortiumConfirmation(input: $input) { confirmation } }`;

const main = mainPart();
const wanted = new URLSearchParams(location.hash.slice(1)).get('call');

async function load(): Promise<void> {
  const { viewer } = await ask<{ readonly viewer: Viewer | null }>(`query ConfirmPage { ${VIEWER} }`);
  if (viewer === null) return signIn();
  const organisations = actingFor(viewer);
  const calls = await openCalls();
  show(
    main,
    h('h1', {}, t('联合体成员确认', 'Confirmation of a consortium’s member')),
    h(
      'p',
      {},
      t(
        '贵单位作为创新联合体的成员参加揭榜的，在此对联合体协议作出确认，把得到的文件发给牵头单位，由其随方案一起密封。',
        'An organisation that takes part in a bid as a member of a consortium confirms the agreement here, and sends the file to the lead, who seals it with the bid.',
      ),
    ),
    organisations.length === 0
      ? h(
          'p',
          { class: 'status wrong' },
          t(
            '成员确认须由单位的转移转化负责人或单位管理员办理，您的账号没有这样的单位。',
            'A member confirms by its transfer officer or administrator; your account is neither.',
          ),
        )
      : calls.length === 0
        ? h('p', {}, t('目前没有正在或即将揭榜的榜单。', 'No call is open for bids now or soon.'))
        : confirmPart(organisations, calls),
    keptPart(),
  );
}

/** What is kept, and what is not. */
const keptPart = (): HTMLElement =>
  h(
    'section',
    { class: 'card' },
    h('h2', {}, t('平台知道什么', 'What the platform learns')),
    h(
      'ul',
      {},
      h(
        'li',
        {},
        t(
          '发给平台的只有贵单位和一个加盐的哈希：榜单、牵头单位、协议都不离开本机，从哈希也算不出来。',
          'It is sent your organisation and a salted hash. Call, lead and agreement do not leave this machine, and nobody computes them from the hash.',
        ),
      ),
      h(
        'li',
        {},
        t(
          '平台签名后什么都不保存：没有记录、日志、次数。确认只在您得到的文件里，遗失了可以再做一次。',
          'It signs and keeps nothing: no record, no line of a log, no count. The confirmation is in your file alone; make it anew where it is lost.',
        ),
      ),
      h(
        'li',
        {},
        t(
          '查找牵头单位与任何人查找单位一样。开标前，只有您和牵头单位知道有这份确认，请只交给牵头单位。',
          'Looking for the lead is like looking for any organisation. Until bids open, you and the lead alone know of the confirmation; give it to the lead alone.',
        ),
      ),
    ),
  );

/** All of them, so that nothing tells for which one somebody came. */
async function openCalls(): Promise<readonly OpenCall[]> {
  const found: OpenCall[] = [];
  let after: string | null = null;
  do {
    const { calls }: Calls = await ask<Calls>(CALLS, { after });
    found.push(...calls.edges.map(({ node }) => node));
    after = calls.pageInfo.hasNextPage ? calls.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

const options = (of: readonly Organisation[]): HTMLElement[] =>
  of.map(({ id, name }) => h('option', { value: id }, name));

function confirmPart(organisations: readonly Organisation[], calls: readonly OpenCall[]): HTMLElement {
  const fields = new Fields();
  const status = new Status();
  const member = h('select', {}, ...options(organisations));
  const call = h(
    'select',
    {},
    h('option', { value: '' }, t('请选择', 'Choose')),
    ...calls.map((one) =>
      h('option', { value: one.id, selected: one.id === wanted }, `${one.code} ${one.title}`),
    ),
  );
  const lead = leadPicker(fields);
  const agreement = fileButton(t('选择联合体协议', 'Choose the agreement'), { accept: '.pdf,.docx,.ofd' });
  const read = () => {
    const chosen = calls.find(({ id }) => id === call.value);
    const by = organisations.find(({ id }) => id === member.value);
    const [file] = agreement.input.files ?? [];
    const led = lead.chosen();
    const faults: FieldFault[] = [];
    const unless = (right: boolean, field: string, message: string): void => {
      if (!right) faults.push({ field, message });
    };
    unless(chosen !== undefined, 'call', t('请选择榜单', 'Choose the call'));
    unless(led !== undefined, 'lead', t('请查找并选择牵头单位', 'Find and choose the lead'));
    unless(
      led === undefined || led.id !== by?.id,
      'lead',
      t('牵头单位不必确认自己的联合体', 'The lead does not confirm its own consortium'),
    );
    unless(file !== undefined, 'agreement', t('请选择联合体协议', 'Choose the agreement'));
    fields.tell(faults);
    if (
      chosen === undefined ||
      by === undefined ||
      led === undefined ||
      file === undefined ||
      faults.length > 0
    )
      throw new WrongFields(faults);
    return { chosen, by, led, file };
  };
  return h(
    'section',
    { class: 'card' },
    organisations.length > 1
      ? fields.add('member', t('成员单位', 'Member'), member)
      : h('p', {}, `${t('成员单位', 'Member')} · ${organisations[0]?.name ?? ''}`),
    fields.add('call', t('榜单', 'Call'), call),
    lead.element,
    h(
      'div',
      { class: 'field' },
      h('span', { class: 'label' }, t('联合体协议', 'Agreement of the consortium')),
      h(
        'small',
        {},
        t(
          '与牵头单位将要密封的文件完全相同；只在本机计算哈希，不上传。',
          'The very file that the lead will seal; it is hashed on this machine and not sent.',
        ),
      ),
      agreement.element,
      fields.faultOf('agreement', agreement.input),
    ),
    buttons(
      button(
        t('确认并保存文件', 'Confirm and save the file'),
        status,
        async () => {
          status.say('');
          const { chosen, by, led, file } = read();
          const question = t(
            `${by.name}确认：作为成员参加由${led.name}牵头、对榜单 ${chosen.code}${
              chosen.round > 1 ? `（第 ${chosen.round} 轮）` : ''
            }揭榜的创新联合体，同意协议“${file.name}”。`,
            `${by.name} confirms: it is a member of the consortium led by ${led.name} for the call ${chosen.code}${
              chosen.round > 1 ? ` (round ${chosen.round})` : ''
            }, and agrees to “${file.name}”.`,
          );
          if (!(await confirmed(question, t('确认', 'Confirm')))) return;
          const confirmation = await sign(chosen, by, led, file);
          saveJson(`jihui-confirmation-${chosen.code}-${by.name}.json`, confirmation);
          status.say(
            t(
              `已保存确认文件，请发给${led.name}，在 ${closing(chosen)}前随方案密封。`,
              `The file is saved. Send it to ${led.name}, to be sealed with the bid before ${closing(chosen)}.`,
            ),
          );
        },
        'primary',
      ),
    ),
    status.element,
  );
}

const closing = ({ closesAt }: OpenCall): string =>
  closesAt === null ? t('截止', 'the deadline') : moment(closesAt);

/** @throws Refused */
async function sign(call: OpenCall, by: Organisation, lead: Organisation, file: File) {
  const salt = [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const { sha256: agreement } = await hashOfPieces(chunksOf(file));
  const statement = { call: call.id, round: call.round, lead: lead.id, agreement, salt };
  const { signConsortiumConfirmation } = await command<{
    signConsortiumConfirmation: { confirmation: SignedConfirmation };
  }>(SIGN, { organisationId: by.id, blinded: blindStatement(statement) });
  const confirmation = asConfirmation({ ...signConsortiumConfirmation.confirmation, statement });
  if (confirmation?.blinded !== blindStatement(statement))
    throw new Error(t('平台的答复不符，请重试', 'The platform answered something else. Try again'));
  return confirmation;
}

/** 牵头单位, found by its name as everybody finds organisations. */
function leadPicker(fields: Fields) {
  const typed = h('input', { autocomplete: 'off', placeholder: t('单位名称', 'Name of the organisation') });
  const list = h('select', { 'aria-label': t('查到的单位', 'Organisations found'), hidden: true });
  const status = new Status();
  let found: readonly Organisation[] = [];
  const find = async (): Promise<void> => {
    const text = typed.value.trim();
    if (text === '') return;
    const { organisations } = await ask<{
      organisations: { readonly edges: readonly { readonly node: Organisation }[] };
    }>(FIND, { text, kinds: BIDDERS });
    found = organisations.edges.map(({ node }) => node);
    show(list, ...options(found));
    list.hidden = found.length === 0;
    status.say(found.length === 0 ? t('没有查到，请核对名称', 'None was found; check the name') : '');
  };
  const search = button(t('查找', 'Find'), status, find);
  typed.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') search.click();
  });
  const around = h('div', {}, h('div', { class: 'row find' }, typed, search), list, status.element);
  return {
    element: fields.add('lead', t('牵头单位', 'Lead'), typed, '', around),
    chosen: (): Organisation | undefined => found.find(({ id }) => id === list.value),
  };
}

titled('联合体成员确认 · 技汇', 'Confirmation of a member · Jihui');
load().catch(failed);
