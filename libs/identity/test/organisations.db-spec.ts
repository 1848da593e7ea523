import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { sql, type Republisher } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { identityDomain } from '../src/index.js';
import { aForm, aUscc, World } from './identity.world.js';
import { act, pendingFor, refused, register, verb, type Organisation } from './organisation.calls.js';

describe('organisations', () => {
  let world: World;
  let founder: GraphClient;
  let officer: GraphClient;
  let county: GraphClient;
  beforeAll(async () => {
    world = await World.open();
    [founder, officer, county] = [
      await world.person('founder@example.cn', '创办人'),
      await world.signedIn('officer'),
      await world.signedIn('county'),
    ];
  });
  afterAll(() => world.close());

  it('goes from registration through return and resubmission to approval, suspension and back', async () => {
    const registered = await register(founder, { name: '忻府区首创科技有限公司' });
    expect(registered).toMatchObject({
      status: 'PENDING',
      version: 1,
      partyNatureName: '有限责任公司',
      scope: '忻府区',
    });
    expect(registered.availableActions).toEqual([{ action: 'edit', enabled: true }]);
    const rejected = await act(officer, 'rejectOrganisation', registered, {
      reason: '地址与证照不符，请更正',
    });
    expect(rejected).toMatchObject({ status: 'REJECTED', decisionReason: '地址与证照不符，请更正' });
    const edited = await act(founder, 'editOrganisation', rejected, {
      form: aForm({
        uscc: (rejected as never)['uscc'],
        name: '忻府区首创科技有限公司',
        address: '忻州市忻府区新建路9号',
      }),
    });
    const resubmitted = await act(founder, 'resubmitOrganisation', edited);
    expect(resubmitted).toMatchObject({ status: 'PENDING', decisionReason: null });
    const approved = await act(officer, 'approveOrganisation', resubmitted, { opinion: '证照已核对' });
    expect(approved.status).toBe('ACTIVE');
    expect(
      approved.timeline.map(({ action, reason, actor }) => [action, reason, actor?.displayName]),
    ).toEqual([
      ['register', null, '创办人'],
      ['reject', '地址与证照不符，请更正', '郭志强'],
      ['edit', null, '创办人'],
      ['resubmit', null, '创办人'],
      ['approve', '证照已核对', '郭志强'],
    ]);
    const viewer = await founder.query<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }');
    expect(viewer.viewer.permissions).toContain('MANAGE_ORGANISATION');
    const suspended = await act(officer, 'suspendOrganisation', approved, { reason: '证照被吊销' });
    const after = await founder.query<{
      viewer: { permissions: string[]; memberships: { organisation: { status: string } }[] };
    }>('{ viewer { permissions memberships { organisation { status } } } }');
    expect(after.viewer).toEqual({
      permissions: ['REGISTER_ORGANISATION'],
      memberships: [{ organisation: { status: 'SUSPENDED' } }],
    });
    expect((await act(officer, 'reinstateOrganisation', suspended, { reason: '已恢复' })).status).toBe(
      'ACTIVE',
    );
  });

  it('leaves registered facts of an approved organisation to the bureau', async () => {
    const form = aForm({ name: '忻府区更正科技有限公司' });
    const pending = await register(founder, form);
    const active = await act(officer, 'approveOrganisation', pending);
    const edit = await refused(founder, 'editOrganisation', active, 'INVALID_INPUT', {
      form: { ...form, name: '另一个名字', introduction: '简介' },
    });
    expect(edit.extensions.violations?.map(({ path, code }) => [path, code])).toEqual([
      ['name', 'IDENTITY.REGISTERED_FACT'],
    ]);
    const edited = await act(founder, 'editOrganisation', active, {
      form: { ...form, contactPhone: '0350-3000000' },
    });
    expect(edited.contactPhone).toBe('0350-3000000');
    await refused(founder, 'correctOrganisation', edited, 'FORBIDDEN', { form, reason: '更名' });
    const corrected = await act(officer, 'correctOrganisation', edited, {
      form: { ...form, name: '忻府区更名科技有限公司' },
      reason: '已办理变更登记',
    });
    expect(corrected.name).toBe('忻府区更名科技有限公司');
  });

  it('lets nobody make a bureau of an enterprise', async () => {
    const form = aForm({ divisionCode: '140981' });
    const pending = await register(founder, form);
    const bureau = { form: { ...form, kind: 'BUREAU_COUNTY', partyNature: '014' }, reason: '更正类型' };
    await refused(county, 'correctOrganisation', pending, 'FORBIDDEN', bureau);
  });

  it('keeps one live organisation a code, also when two register at once', async () => {
    const uscc = aUscc();
    const others = [founder, await world.person('rival@example.cn', '另一人')];
    const answers = await Promise.all(
      others.map((client) =>
        client.mutate(verb('registerOrganisation'), { input: { form: aForm({ uscc }) } }).answer(),
      ),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual([
      'IDENTITY.USCC_TAKEN',
      'ok',
    ]);
    await founder
      .mutate(verb('registerOrganisation'), {
        input: { form: aForm({ uscc: '１２１４０９００405837116 j' }) },
      })
      .expectCode('IDENTITY.USCC_TAKEN');
  });

  it('frees the code of a rejected one, which then may not come back over another', async () => {
    const uscc = aUscc();
    const squatter = await register(founder, { uscc });
    const rejected = await act(officer, 'rejectOrganisation', squatter, { reason: '与证照不符' });
    const owner = await world.person('owner@example.cn', '真正的主人');
    await act(officer, 'approveOrganisation', await register(owner, { uscc }));
    await refused(founder, 'resubmitOrganisation', rejected, 'IDENTITY.USCC_TAKEN');
  });

  it('tells all violations with their paths and changes nothing', async () => {
    const form = aForm({ uscc: '911409020000000000', partyNature: 'x', contactPhone: '', name: '😀' });
    const { extensions } = await founder
      .mutate(verb('registerOrganisation'), { input: { form } })
      .expectCode('INVALID_INPUT');
    expect(extensions.violations?.map(({ path }) => path)).toEqual([
      'form.name',
      'form.uscc',
      'form.partyNature',
      'form.contactPhone',
    ]);
    await founder
      .mutate(verb('registerOrganisation'), { input: { form: { ...form, kind: 'EMPIRE' } } })
      .expectCode('BAD_USER_INPUT');
    await world.app
      .client()
      .mutate(verb('registerOrganisation'), { input: { form: aForm() } })
      .expectCode('UNAUTHENTICATED');
  });

  it('stores HTML and SQL as text', async () => {
    const name = "<img src=x onerror=alert(1)>'; drop table identity.organisation; --";
    const organisation = await register(founder, { name });
    expect(organisation.name).toBe(name);
  });

  it('does a repeat once and refuses a stale version, an illegal act and a stranger', async () => {
    const input = { clientMutationId: randomUUID(), form: aForm() };
    const [first, again] = [
      await founder.mutate(verb('registerOrganisation'), { input }),
      await founder.mutate(verb('registerOrganisation'), { input }),
    ];
    expect(again).toEqual(first);
    const pending = (first as unknown as { registerOrganisation: { organisation: Organisation } })
      .registerOrganisation.organisation;
    await refused(officer, 'approveOrganisation', { ...pending, version: 7 }, 'STALE_VERSION');
    await refused(officer, 'reinstateOrganisation', pending, 'ILLEGAL_TRANSITION', { reason: '恢复' });
    await refused(officer, 'rejectOrganisation', pending, 'INVALID_INPUT', { reason: ' ' });
    await refused(await world.signedIn('tto'), 'approveOrganisation', pending, 'NOT_FOUND');
    await refused(founder, 'approveOrganisation', { id: 'x', version: 1 }, 'NOT_FOUND');
    await refused(founder, 'approveOrganisation', pending, 'FORBIDDEN');
  });

  it('lets one of two officers win', async () => {
    const pending = await register(founder);
    const admin = await world.signedIn('officer');
    const answers = await Promise.all([
      officer
        .mutate(verb('approveOrganisation'), { input: { organisationId: pending.id, expectedVersion: 1 } })
        .answer(),
      admin
        .mutate(verb('rejectOrganisation'), {
          input: { organisationId: pending.id, expectedVersion: 1, reason: '材料不全' },
        })
        .answer(),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort();
    expect(codes).toEqual(['ILLEGAL_TRANSITION', 'ok']);
  });

  it('gives each bureau its own queue', async () => {
    const [inYuanping, inDingxiang, fromBeijing, newCounty] = [
      await register(founder, { divisionCode: '140981' }),
      await register(founder, { divisionCode: '140921' }),
      await register(founder, { divisionCode: '110108' }),
      await register(founder, {
        kind: 'BUREAU_COUNTY',
        divisionCode: '140981',
        partyNature: '014',
        uscc: aUscc('11140981'),
      }),
    ];
    const all = [inYuanping, inDingxiang, fromBeijing, newCounty].map(({ id }) => id);
    const mine = async (client: GraphClient): Promise<boolean[]> => {
      const queue = await pendingFor(client);
      return all.map((id) => queue.includes(id));
    };
    expect(await mine(officer)).toEqual([true, true, true, true]);
    expect(await mine(county)).toEqual([true, false, false, false]);
    expect(await pendingFor(founder)).toEqual([]);
    const filtered = async (filter: object): Promise<boolean[]> => {
      const queue = await pendingFor(officer, filter);
      return all.map((id) => queue.includes(id));
    };
    expect(await filtered({ divisionCode: '140981' })).toEqual([true, false, false, true]);
    expect(await filtered({ kinds: ['BUREAU_COUNTY'] })).toEqual([false, false, false, true]);
    expect(await filtered({ text: newCounty.uscc })).toEqual([false, false, false, true]);
    expect(await filtered({ statuses: ['ACTIVE'] })).toEqual([false, false, false, false]);
    await refused(county, 'approveOrganisation', inDingxiang, 'NOT_FOUND');
    await refused(county, 'approveOrganisation', newCounty, 'FORBIDDEN');
    expect((await act(county, 'approveOrganisation', inYuanping)).status).toBe('ACTIVE');
    expect((await act(officer, 'approveOrganisation', fromBeijing)).status).toBe('ACTIVE');
  });

  it('keeps an officer from the organisation of one’s own', async () => {
    const registered = await register(officer);
    await refused(officer, 'approveOrganisation', registered, 'IDENTITY.REVIEWER_INVOLVED');
  });

  it('emits each change with its snapshot, and everything again when asked', async () => {
    const registered = await register(founder);
    const approved = await act(officer, 'approveOrganisation', registered);
    const events = await world.sql<{ action: string; version: number; status: string }>(sql`
      select action, version, payload ->> 'status' as status from identity.event
      where aggregate_id = ${registered.id} order by seq`);
    expect(events).toEqual([
      { action: 'register', version: 1, status: 'PENDING' },
      { action: 'approve', version: 2, status: 'ACTIVE' },
    ]);
    const republisher = identityDomain.republisher as Type<Republisher>;
    const again = await world.app.get<Republisher>(republisher).republish(new Date(0));
    const [count] = await world.sql<{ rows: number; last: number }>(sql`
      select ((select count(*) from identity.organisation) + (select count(*) from identity.person))::int as rows,
        (select max(version) from identity.event where aggregate_id = ${approved.id} and action = 'republish') as last`);
    expect(count).toEqual({ rows: again, last: 2 });
    expect(await world.app.get<Republisher>(republisher).republish(new Date(Date.now() + 60_000))).toBe(0);
  });
});
