import { hashOfPieces, type BidFile, type MemberConfirmation } from '@jihui/proofs';
import { asDecimal, CLAUSES, type Agreement, type Member, type Sealing } from './bid.js';
import { readConfirmations, saidOf } from './confirmations.js';
import { h, show, t } from './dom.js';
import type { Draft } from './draft.js';
import type { Fields, FieldFault } from './fields.js';
import { asBidFile, chunksOf, fileButton } from './files.js';
import { rowTable } from './rows.js';
import { Status } from './work.js';

/** 创新联合体: members and shares, the agreement, and what each member confirmed. */
export interface ConsortiumPart {
  readonly element: HTMLElement;
  read(): {
    readonly members: readonly Member[];
    readonly agreement: Agreement | null;
    readonly files: readonly BidFile[];
    /** Confirmations that do not fit this bid. */
    readonly faults: readonly FieldFault[];
  };
}

export function consortiumPart(draft: Draft, fields: Fields, sealing: Sealing): ConsortiumPart {
  const states = h('ul', { class: 'files' });
  const status = new Status();
  let agreed: { readonly file: File; readonly sha256: string } | null = null;

  const table = rowTable(
    draft,
    fields,
    'members',
    {
      columns: {
        name: t('单位', 'Organisation'),
        work: t('工作 %', 'Work %'),
        money: t('经费 %', 'Money %'),
        ip: t('知识产权 %', 'IP %'),
      },
      numeric: ['work', 'money', 'ip'],
      add: t('添加单位', 'Add an organisation'),
      remove: t('移除', 'Remove'),
    },
    () => draw(),
  );
  const given = (): readonly MemberConfirmation[] =>
    JSON.parse(draft.get('confirmations') || '[]') as MemberConfirmation[];
  const members = (): readonly Member[] =>
    table
      .rows()
      .map(({ name = '', work = '', money = '', ip = '' }, at) => ({
        ...{ name: name.trim(), work: asDecimal(work), money: asDecimal(money), ip: asDecimal(ip) },
        // The first leads: it hands in the bid, and confirms nothing besides.
        confirmation: at === 0 ? null : (given().find((one) => one.organisationName === name.trim()) ?? null),
      }))
      .filter(({ name, work, money, ip }) => [name, work, money, ip].some((typed) => typed !== ''));
  /** Nothing before the agreement is chosen: that is asked for by itself. */
  const said = ({ name, confirmation }: Member): string | null =>
    confirmation &&
    agreed &&
    saidOf(confirmation, {
      ...{ member: name, call: sealing.call.id, round: sealing.instructions.round, lead: sealing.bidder },
      ...{ agreement: agreed.sha256, until: null, publicKey: sealing.instructions.logKey },
    });
  const remove = ({ organisationName }: MemberConfirmation): HTMLElement =>
    h(
      'button',
      {
        ...{ type: 'button', class: 'plain' },
        'aria-label': `${t('移除确认', 'Remove the confirmation of')} ${organisationName}`,
        onclick: () => {
          const rest = given().filter((one) => one.organisationName !== organisationName);
          draft.set('confirmations', JSON.stringify(rest));
          draw();
        },
      },
      t('移除', 'Remove'),
    );
  const state = (member: Member): HTMLElement => {
    const { name, confirmation } = member;
    if (confirmation === null)
      return h('li', {}, h('span', { class: 'soft' }, `${name} · ${t('未确认', 'not confirmed')}`));
    if (agreed === null)
      return h(
        'li',
        {},
        h(
          'span',
          { class: 'soft' },
          `${name} · ${t('选择联合体协议后核对', 'checked once the agreement is chosen')}`,
        ),
        remove(confirmation),
      );
    const fault = said(member);
    return h(
      'li',
      {},
      h(
        'span',
        { class: fault === null ? '' : 'wrong' },
        `${name} · ${fault === null ? `${t('✓ 已确认', '✓ confirmed')} ${confirmation.day}` : `✗ ${fault}`}`,
      ),
      remove(confirmation),
    );
  };
  const draw = (): void => show(states, ...members().slice(1).map(state));

  const agreement = fileButton(t('选择联合体协议', 'Choose the agreement'), { accept: '.pdf,.docx,.ofd' });
  agreement.input.addEventListener('change', () => {
    const [file] = agreement.input.files ?? [];
    if (file === undefined) return;
    void hashOfPieces(chunksOf(file))
      .then(({ sha256 }) => {
        agreed = { file, sha256 };
        draw();
      })
      .catch((error: unknown) => status.fail(error));
  });
  const confirmations = fileButton(t('添加成员确认文件', 'Add confirmations of members'), {
    ...{ multiple: true, accept: '.json' },
  });
  confirmations.input.addEventListener('change', () => {
    status.say('');
    void readConfirmations([...(confirmations.input.files ?? [])])
      .then((read) => take(read))
      .catch((error: unknown) => status.fail(error))
      .finally(() => {
        confirmations.input.value = '';
      });
  });
  /** A newer one takes the place of the one before; who is not among the members yet is added. */
  const take = (read: readonly MemberConfirmation[]): void => {
    const names = read.map(({ organisationName }) => organisationName);
    const rest = given().filter((one) => !names.includes(one.organisationName));
    draft.set('confirmations', JSON.stringify([...rest, ...read]));
    const rows = table.rows();
    const first = rows.length === 0 ? [{ name: sealing.bidderName, work: '', money: '', ip: '' }] : [];
    const missing = names.filter((name) => !rows.some((row) => row['name']?.trim() === name));
    table.put([...rows, ...first, ...missing.map((name) => ({ name, work: '', money: '', ip: '' }))]);
  };
  draw();

  return {
    element: h(
      'div',
      {},
      h(
        'small',
        {},
        t(
          '单独揭榜的不填。联合揭榜的先填牵头单位，再填成员单位；工作、经费、知识产权各自合计 100%。',
          'Leave empty for a single bidder. The lead first, then the members; work, money and intellectual property sum to 100% each.',
        ),
      ),
      table.element,
      h(
        'div',
        { class: 'field' },
        h('span', { class: 'label' }, t('联合体协议', 'Agreement of the consortium')),
        agreement.element,
        fields.faultOf('agreement', agreement.input),
      ),
      h('div', { class: 'clauses' }, ...CLAUSES.map((clause) => clausePart(draft, fields, clause))),
      h(
        'div',
        { class: 'field' },
        h('span', { class: 'label' }, t('成员确认', 'Confirmations of the members')),
        h(
          'small',
          {},
          t(
            '请成员在下面的页面对协议作出确认，把得到的文件发给您；平台不保存确认，也不知道是为哪个榜单作出的。未确认的成员在资格审查时会被指出。',
            'Members confirm the agreement on the page below and send you the file. The platform keeps no confirmation and does not learn for which call it is. Members that have not confirmed are pointed out when bids are checked.',
          ),
        ),
        h('p', {}, h('code', {}, `${location.origin}/sealing/confirm.html#call=${sealing.call.id}`)),
        states,
        confirmations.element,
        fields.faultOf('confirmations', confirmations.input),
        status.element,
      ),
    ),
    read() {
      const all = members();
      const wrong = all.flatMap((member) => (said(member) === null ? [] : [member.name]));
      return {
        members: all,
        agreement:
          all.length === 0 || agreed === null ? null : { sha256: agreed.sha256, clauses: clausesIn(draft) },
        files: agreed === null ? [] : [asBidFile(agreed.file)],
        faults:
          wrong.length === 0
            ? []
            : [
                {
                  field: 'confirmations',
                  message: t(
                    `与本方案不符，请更换或移除：${wrong.join('、')}`,
                    `These do not fit the bid, change or remove them: ${wrong.join(', ')}`,
                  ),
                },
              ],
      };
    },
  };
}

const clausePart = (draft: Draft, fields: Fields, clause: (typeof CLAUSES)[number]): HTMLElement => {
  const label = {
    tasks: t('任务分工', 'Division of tasks'),
    ip: t('知识产权', 'Intellectual property'),
    benefit: t('利益分配', 'Sharing of benefit'),
    secrecy: t('保密', 'Secrecy'),
    risk: t('风险分担', 'Sharing of risk'),
    exit: t('退出', 'Exit'),
  }[clause];
  const name = `clause.${clause}`;
  return fields.add(
    name,
    label,
    draft.bind(name, h('input', { placeholder: t('协议第几条', 'Which clause') })),
  );
};

function clausesIn(draft: Draft): Agreement['clauses'] {
  const where = (clause: string): string => draft.get(`clause.${clause}`).trim();
  return {
    ...{ tasks: where('tasks'), ip: where('ip'), benefit: where('benefit') },
    ...{ secrecy: where('secrecy'), risk: where('risk'), exit: where('exit') },
  };
}
