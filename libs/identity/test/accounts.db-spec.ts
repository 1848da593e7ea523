import { World, SIGN_IN } from './identity.world.js';

describe('accounts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('signs a demo person in with a cookie that scripts cannot read', async () => {
    const response = await world.post(SIGN_IN, {
      input: { clientMutationId: crypto.randomUUID(), email: 'TTO@demo.jihui.cn', password: 'Jihui-demo-2026' },
    });
    expect(response.body).toMatchObject({
      data: { signIn: { viewer: { person: { email: 'tto@demo.jihui.cn' } } } },
    });
    const [cookie] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^jihui_session=[\w-]{43};.*HttpOnly; SameSite=Lax/);
  });
});
